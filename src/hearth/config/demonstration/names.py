"""Names of a real English city, community by community. Nobody here is anybody: they are drawn and paired by chance."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Community:
    """Names that go together, the ethnicity and language they usually come with, and how many families in a hundred."""

    code: str
    share: int
    ethnicity: str
    language: str
    surnames: tuple[str, ...]
    girls: tuple[str, ...]
    boys: tuple[str, ...]


def _names(words: str) -> tuple[str, ...]:
    return tuple(name.replace("_", " ") for name in words.split())


COMMUNITIES = (
    Community(
        "british",
        52,
        "WBRI",
        "English",
        _names(
            "Hughes Carter Whitfield Barnes Harding Pritchard O'Neill Fenwick Marlow Tanner Doyle Langley Sutton Merrick "
            "Hale Booth "
            "Gleeson Rudd Smith-Harper Ashby Cole Draper Everett Farrow Gibbs Holt Ingram Jarvis Kemp Lamb Maddox Nash "
            "Oakley Penn "
            "Quick Rowe Stubbs Tilley Upton Vince Webb Yates D'Arcy Lloyd-Jones Brewer Cox Dunn Fry Goodwin McAllister "
            "Blythe Crane"
        ),
        _names(
            "Summer Lily Ella Maisie Poppy Evie Freya Isla Ruby Daisy Chloe Millie Rosie Phoebe Jessica Amber Lola Esmé Zoë "
            "Scarlett "
            "Harriet Molly Caitlin Bethany Georgia Kayleigh Mary-Anne Tegan Imogen Paige Skye Niamh Siân Willow Hollie Leah "
            "Abigail"
        ),
        _names(
            "Alfie Oliver Jack Riley Tyler Callum Mason Harvey Logan Jayden Ethan Archie Theo Kian Finley Reece Connor Leo "
            "Toby Zachary "
            "Rhys Brandon Dylan Jake Luke Lewis Harry Jean-Paul Séan Freddie Billy Tommy Corey Ashton Bradley Elliot Max Noah"
        ),
    ),
    Community(
        "polish",
        8,
        "WOTH",
        "Polish",
        _names(
            "Nowak Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Dąbrowski Kozłowski Jankowski Mazur Krawczyk "
            "Grabowski "
            "Pawłowski Michalski Król Wróbel Jabłoński"
        ),
        _names("Zuzanna Julia Maja Zofia Hanna Lena Alicja Małgorzata Oliwia Nadia Wiktoria Agnieszka Łucja"),
        _names("Antoni Jakub Szymon Kacper Wojciech Mikołaj Michał Stanisław Łukasz Paweł Oskar Igor Bartosz"),
    ),
    Community(
        "romanian",
        5,
        "WOTH",
        "Romanian",
        _names("Popescu Ionescu Dumitru Stănescu Gheorghe Mureșan Țurcanu Constantin Florea Bălan Ciobanu Rusu Lăcătuș"),
        _names("Andreea Ioana Elena Ștefania Mădălina Ana-Maria Bianca Daria Sorina Larisa"),
        _names("Andrei Ștefan Mihai Ionuț Cătălin Răzvan Darius Florin Luca Matei"),
    ),
    Community(
        "south_asian",
        11,
        "APKN",
        "Urdu",
        _names(
            "Khan Ahmed Hussain Begum Patel Singh Kaur Malik Chaudhry Rahman Islam Mahmood Akhtar Iqbal Miah Uddin Sharma "
            "Desai Qureshi "
            "Nair Siddiqui Bibi"
        ),
        _names("Aisha Zainab Maryam Fatima Anjali Priya Simran Sana Hafsa Nadia Amina Tahmina Jasleen Rukhsana Meera Ayesha"),
        _names("Muhammad Ibrahim Zayn Hamza Arjun Haroon Bilal Imran Rohan Kamran Harpreet Tariq Yusuf Adnan Rafiq Dev"),
    ),
    Community(
        "somali",
        5,
        "BAFR",
        "Somali",
        _names("Abdi Warsame Farah Hassan Jama Nur Osman Aden Mohamud Yusuf Dirie Guled Abdullahi Hersi"),
        _names("Hodan Ifrah Sagal Ayaan Khadija Nimco Faduma Sahra Hibaaq Zamzam Idil"),
        _names("Abdirahman Liban Mahad Yahye Guuleed Zakariye Sharmarke Ayub Mustafa Bashiir"),
    ),
    Community(
        "west_african",
        6,
        "BAFR",
        "English",
        _names("Adeyemi Okafor Mensah Boateng Okonkwo Diallo Asante Eze Owusu Adébáyọ̀ Nwosu Sesay Kamara Conteh Bangura"),
        _names("Chiamaka Adaeze Abena Folasadé Ngozi Efua Temitope Mariama Blessing Akosua Ọlá Grace"),
        _names("Chukwuemeka Kwame Kofi Tunde Emmanuel Obinna Sékou Yaw Ayọ̀délé Ibrahima Prince Samuel"),
    ),
    Community(
        "arabic",
        4,
        "OOTH",
        "Arabic",
        _names("Al-Masri Haddad Al-Sayed Khalil Abu-Bakr El-Amin Najjar Darwish Al-Khatib Saleh Barakat Hamdan"),
        _names("Layla Noor Rania Yasmin Salma Hala Dima Reem Sumaya Lina"),
        _names("Omar Yousef Karim Tarek Anas Zaid Mustafa Khalid Hadi Samir"),
    ),
    Community(
        "chinese",
        3,
        "CHNE",
        "Cantonese",
        _names("Wong Chan Li Zhang Ng Lau Chen Lü Cheung Huang Ho"),
        _names("Mei-Ling Xiu-Ying Hoi-Yan Jia Yan Wing-Sze Xinyi Lan"),
        _names("Chi-Ming Ka-Ho Wei Jun Tsz-Hin Hao Long Kit"),
    ),
    Community(
        "ukrainian",
        3,
        "WOTH",
        "Ukrainian",
        _names("Shevchenko Kovalenko Bondarenko Tkachenko Kravchuk Melnyk Hrytsenko Moroz Savchenko Lysenko"),
        _names("Oksana Sofiia Daryna Yeva Kateryna Solomiia Zlata Polina"),
        _names("Taras Bohdan Danylo Maksym Oleksii Nazar Artem Ivan"),
    ),
    Community(
        "caribbean",
        3,
        "BCRB",
        "English",
        _names("Campbell Francis Baptiste Clarke Joseph St._John Lewin Grant Bailey Daley"),
        _names("Shanice Kezia Naomi Tiana Amara Jada Aaliyah Renée"),
        _names("Tyrell Malachi Isaiah Marlon Jerome Kai André Dwayne"),
    ),
)

# What some children are called at home, in their own letters.
OWN_SCRIPT = {
    "Layla": "ليلى",
    "Noor": "نور",
    "Yousef": "يوسف",
    "Omar": "عمر",
    "Karim": "كريم",
    "Salma": "سلمى",
    "Oksana": "Оксана",
    "Taras": "Тарас",
    "Sofiia": "Софія",
    "Bohdan": "Богдан",
    "Mei-Ling": "美玲",
    "Wei": "偉",
    "Jun": "俊",
    "Xinyi": "欣怡",
    "Aisha": "عائشہ",
    "Zainab": "زینب",
}

STAFF = _names(
    "Amina_Shah Joanna_Pole Ruth_Costa Daniel_Osei Priya_Nair Tom_Hughes Zofia_Wrona Hodan_Ali Grace_Adeyemi Liam_Byrne "
    "Siân_Morgan "
    "Owen_Clarke Fatima_Khan Nadia_Petrov Ben_Carter Chloe_Evans Marek_Lis Samuel_Boateng Helen_Ward Iqbal_Chaudhry "
    "Rosa_Delgado "
    "Peter_Lang Yusra_Hassan Kate_O'Brien Anil_Desai Megan_Price Tunde_Bello Laura_Finch Mohammed_Rafiq Ewa_Kaczmarek "
    "Simon_Hale "
    "Gwen_Parry Tariq_Aziz Bryony_Marsh Kofi_Antwi Deborah_Stone Ling_Chen Patrick_Doyle Sunita_Rao Abbie_Fox Victor_Ilie "
    "Hannah_Lowe Jermaine_Francis Olena_Koval Claire_Dutton Nasreen_Malik Gareth_Pugh Leila_Haddad Martin_Beech Faith_Mensah "
    "Ivy_Thornton Colm_Regan Usha_Patel Rhian_Ellis Dean_Marlow Mina_Farah Beth_Crowe Adam_Szabo Tessa_Quinn Joel_Grant "
    "Farida_Noor Neil_Abbott Wanda_Pike Omar_Saleh Jodie_Platt Eve_Linden Raj_Sandhu Molly_Tate Karl_Weber Ines_Duarte "
    "Stuart_Bell Aoife_Nolan Bashir_Jama Petra_Novak Lewis_Adair Corinne_Blake Hugo_Lane Nia_Rees Dipti_Shah Cara_Munro "
    "Emeka_Obi Lydia_Frost Ryan_Teal Sabina_Mirza Glen_Ashe Tamsin_Cole Idris_Vaughan Paula_Reid Kemi_Ade Judith_Holm "
    "Alan_Firth Maya_Sen Colin_Barr Thea_Lund Zara_Begum Ross_Keir Anya_Volk Dawn_Petty Elif_Demir Jude_Amos"
)

PROFESSIONALS = _names(
    "Anna_Bright Mark_Lowell Sue_Tarrant Jide_Alabi Rachel_Moss Karen_Fielding Imtiaz_Baig Lorna_Keane Paul_Strand Magda_Zając "
    "Dr_Neha_Kapoor Dr_Alan_Prior Dr_Sofia_Marin Wendy_Hart Gill_Osborne Nick_Rolfe Jas_Gill Tanya_Bloom Ola_Bakare Viv_Cross "
    "Hannah_Speight Ian_Godfrey Lucy_Tam Femi_Cole Sheila_Noakes Ravi_Menon Joy_Amadi Chris_Dale Pam_Whyte Dan_Lister Ros_Peel "
    "Bill_Norris Agata_Lis Kim_Yeo Hilary_Boon Steve_Rudge Mel_Varley Zubair_Alam Fran_Coyle Roz_Heath Toni_Marsh Ken_Osei"
)
