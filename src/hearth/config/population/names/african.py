"""Names of families from Somalia, Nigeria, Ghana, Eritrea, Ethiopia, the Congo and Zimbabwe."""

from hearth.config.population.community import Community, composed, words
from hearth.config.population.names.british import BOYS, GIRLS

SOMALI_MEN = words("""
Mohamed Maxamed Ahmed Axmed Ali Cali Abdi Cabdi Hassan Xasan Ibrahim Ibraahim Yusuf Yuusuf Omar Cumar Ismail Ismaaciil
Abdullahi Cabdullaahi Abdirahman Cabdiraxmaan Hussein Xuseen Jama Jaamac Farah Faarax Osman Cismaan Warsame Adan Aadan
Aden Nur Nuur Salad Salaad Muse Muuse Said Siciid Mahamud Maxamuud Mohamud Abdulkadir Cabdulqaadir Abdinasir Abdirashid
Abdifatah Abdiaziz Abdikarim Abdisalam Abdiqani Abdiweli Abukar Ayanle Barre Bashir Bile Dahir Daahir Deeq Dirie Diiriye
Egal Cigaal Elmi Cilmi Faisal Fuad Galbeed Garad Guled Guuleed Gedi Geedi Hamza Hirsi Xirsi Hersi Idris Ilyas Isse Ciise
Jibril Kahiye Khadar Khalid Liban Liibaan Mahdi Mahad Mohamoud Mukhtar Mursal Mustafe Nasir Qasim Rage Raage Robleh Roble
Saleban Samatar Sharmarke Shire Shiekh Suleiman Saleebaan Tahlil Warfa Yahye Yasin Yaasiin Zakaria Zubeyr Ayub Bilal Hanad
Ilhan Kaafi Maalim Nuradin Sakariye
""")
SOMALI_WOMEN = words("""
Fadumo Faadumo Amina Aamina Halima Xaliimo Hodan Hawa Xaawo Khadija Khadiijo Maryan Maryam Sahra Zahra Asha Caasha Ayaan
Ayan Deqa Deeqa Fartun Fartuun Farhiya Faiza Fawzia Habiba Xabiiba Hani Hanan Hibaq Hibo Hoodo Idil Ifrah Ikran Ikraan
Ilhan Iman Jamila Jamiila Kaltun Kinsi Ladan Leyla Layla Lul Mako Malyun Muna Muno Nafisa Naima Nasra Nasteho Nimo Nimco
Nura Qamar Rahma Raxma Ruqiya Ruun Saado Safia Safiya Sagal Sahro Salma Samira Saynab Zeinab Shamso Shukri Sucaad Suad
Su'ad Sumaya Ubah Ubax Ugaaso Warda Yasmin Yurub Zamzam Hafsa Sumayo Rahmo Filsan Fowsiyo Bilan Bilqis Dahabo Edna Fahma
Hamdi Amran
""")
SOMALI_TAIL = composed(
    "Abdi Cabdi Abdul Cabdul Abdu Nur Sharma Mo Ja Shir War Gul Far Dir Sa Mu Ha Xa Ya Is Ro Bil Lib Gar El Kab Dul",
    "rahman raxmaan aziz casiis qadir qaadir nasir naasir rashid rashiid fatah fataax wali weli hakim xakiim kafi salan "
    "malik shakur dir mar le san din yare weyne "
    "dheere cade madow gaab ",
)
YORUBA_FIRST = """
Ade Adé Ola Olu Olú Oluwa Olúwa Ayo Ayọ̀ Akin Ire Ife Ifá Ogun Oye Omo Babá Baba Iya Temi Tolu Ibi Fola Folu Bola Bolu Ọla
Olaju Aina Ajá Aje Ala Alaba Ani Are Awo Ebun Eniola Ewe Fa Fade Fayo Ige Iyi Jaiye Jide Kola Kole Lola Mofo Mojo Odu Ode
Oke Oja Ọdún Ojo Ore Orí Osho Ọ̀ṣun Sade Shola Sola Taiwo Titi Tobi Tunde Wale Yemi Yinka
"""
YORUBA_LAST = """
mola kunle yemi bayo bayọ̀ dayo femi ṣẹgun segun wale niyi bisi bola bowale dele deji dipe fẹ́mi funke funmi gbenga goke
jide juwon kemi kola lade leke lola luyi moye niran nike ojo pelumi pemi ronke sanmi seun sola ṣọlá tayo titi toyin tunde
wunmi yele yinka kanmi dapo dara gboyega ranti sanya tobi tola mide rinde ribigbe dotun timilehin
"""
YORUBA_TAIL = composed(YORUBA_FIRST, YORUBA_LAST)
YORUBA_SURNAMES = words("""
Adeyemi Adebayo Adébáyọ̀ Ogunleye Balogun Adewale Adeleke Akinola Akintola Alabi Afolabi Ajayi Ayodele Babatunde Bakare
Bello Daramola Fashola Folarin Lawal Oladipo Ọládípọ̀ Olaniyan Olatunji Ọlátúnjí Olayinka Oluwole Oyedepo Oyelaran Popoola
Salami Shittu Sanni Sowande Soyinka Ṣóyínká Tijani Williams Johnson Cole Adesanya Adeniyi Adeniji Adeoye Adeola Adeoti
Aderibigbe Adesina Adetokunbo Akande Akinwande Akinyemi Aluko Amusan Animashaun Arowolo Atanda Awolowo Ayeni Bamidele
""")
YORUBA_GIRLS = words("""
Adunni Abimbola Adebisi Adebola Adeola Aderonke Adetola Ayomide Ayodele Ayooluwa Bisi Bola Bolanle Bukola Damilola Ebun
Eniola Fadekemi Fiyinfoluwa Folake Folasade Funke Funmilayo Ibukun Ifeoluwa Iretomiwa Iyanuoluwa Jumoke Kehinde Kemi
Mojisola Modupe Morayo Morenike Morounkeji Motunrayo Nike Olabisi Oluwaseun Oluwatoyin Omolara Omotola Oreoluwa
Oyinkansola Ronke Simisola Sade Shade Taiwo Temitope Temiloluwa Titilayo Tiwa Tolulope Toluwani Tomi Toyin Wuraola Yetunde
Yewande Grace Esther
""")
YORUBA_BOYS = words("""
Ayomide Ayodeji Adebowale Adewale Ademola Adetunji Akin Akinwale Babajide Babatunde Bode Damilare Dapo Dare Dayo Dele
Ebenezer Emmanuel Femi Fẹ́mi Gbenga Ibukunoluwa Ireoluwa Jide Kayode Kehinde Kolade Kunle Lanre Muyiwa Niyi Obafemi
Olaoluwa Olamide Olumide Olúmídé Oluwaseun Oluwasegun Oluwatobi Olusegun Olúṣẹ́gun Oluwole Opeyemi Rotimi Samuel Segun
Seun Seyi Sola Sunday Taiwo Tayo Temidayo Temitope Tobi Tolu Tunde Wale Yemi Yinka David Daniel Joshua Michael Gbolahan
Gboyega Oluwadamilola
""")
IGBO_FIRST = """
Chi Chuk Chukwu Nna Nne Ike Obi Oke Uche Ugo Uzo Oko Onye Oji Eze Egbu Ekwu Emeka Ndu Nwa Nwo Nwe Ogbo Ogo Okwu Olu Ozo
Udo Ude Umu Ana Ani Agu Aku Amae Ama Ifea Ihe Iwu Izu Mgbe Mmadu Nkem Nze Nku Onwu Osi Ufo
"""
IGBO_LAST = """
ma nwe emeka ebuka buike dera dimma dinma doo ejike ekwe gozie jekwu jioke ka kwe kwem lotam mara meka naza ndu nedu nenye
nonso nwike nyere ezie bueze olisa rah som zie zulu rie bube kezie bia chi fo maka mba ezi aka anya
"""
IGBO_TAIL = composed(IGBO_FIRST, IGBO_LAST)
IGBO_SURNAMES = words("""
Okafor Okeke Okonkwo Nwosu Eze Obi Okoro Nwachukwu Onyekachi Chukwu Igwe Okoye Nnamdi Nwankwo Ogbonna Onyeka Uzor Madu
Azikiwe Achebe Adichie Anyanwu Chukwuma Egwu Ekwueme Emecheta Ezeani Ezekwesili Ibe Ibekwe Ikpeazu Iwu Mbah Mbadiwe Nduka
Njoku Nnadi Nwabueze Nweke Nwokolo Obiora Odinga Ofor Ojukwu Okereke Okolie Okpara Onuoha Onwuka Orji Osuji Ugwu Umeh Uche
Udeh Udoh Ukaegbu Uzoma Amadi Ihejirika Iroegbu Agbaje Idowu Osaro Osagie Igbinedion Edo Efe Oghene Okpako Etim Effiong
Bassey Ekpo Udo Akpan
""")
IGBO_GIRLS = words("""
Chidinma Chiamaka Chioma Adaeze Ada Adanna Amarachi Amaka Chika Chinelo Chinenye Chinwe Chizoba Ebele Ekene Ezinne Ifeoma
Ifunanya Ijeoma Kosisochukwu Munachi Ngozi Nkechi Nkiruka Nneka Nnenna Nwakaego Obiageli Obioma Ogechi Oluchi Onyinye
Onyinyechi Somtochukwu Uchenna Ugochi Uju Uzoamaka Zikora Blessing Precious Favour Mercy Goodness Joy
""")
IGBO_BOYS = words("""
Chidi Chinedu Chukwuemeka Emeka Chibuzor Chibueze Chiemeka Chijioke Chika Chima Chinonso Chinua Chizaram Chukwudi
Chukwuebuka Ebuka Ekene Ezenwa Ifeanyi Ifechukwu Ike Ikechukwu Ikenna Jideofor Kelechi Kenechukwu Kosi Kamsi Kanayo Nnamdi
Nnaemeka Nonso Obinna Obioma Ogbonna Okechukwu Okey Oluchukwu Onyekachi Somto Tobechukwu Tochi Tochukwu Uche Uchenna
Ugochukwu Uzochukwu Zikora Victor Emmanuel Samuel Daniel Prince Godswill Goodluck Divine
""")
AKAN_SURNAMES = words("""
Mensah Owusu Boateng Osei Asante Appiah Agyeman Amoah Antwi Opoku Addo Adjei Acheampong Ampofo Ansah Asamoah Amponsah Badu
Bonsu Boakye Darko Donkor Frimpong Gyasi Kyei Kwarteng Nkrumah Nyarko Obeng Ofori Oppong Oduro Ntim Prempeh Quansah Quaye
Sarpong Tetteh Tuffour Wiredu Yeboah Yiadom Aidoo Annan Arthur Asare Ayew Baffour Danso Danquah Essien Gyan Kufuor Lamptey
Larbi Mahama Muntari Nartey Okyere Otoo Paintsil Quartey Sackey Tagoe Agbo Agbeko Dzidzor Kpodo Ametepe Amegashie
Osei-Tutu Boakye-Yiadom Owusu-Ansah Asamoah-Gyan Adu-Poku Ofori-Atta Opoku-Ware Koroma Kamara Sesay Conteh Bangura Jalloh
Turay Kargbo Mansaray Ceesay Jallow Touray Sanneh Jammeh Camara Diallo Touré
""")
AKAN_TAIL = composed(
    "Abo Ach Ad Adu Afr Agy Ako Am Amo Amp Ank Ano Ant Ap Aw Bad Baf Bek Bo Dank Dar Dom Du Ef Ey Fo Fr Gy Kan Ko Kro Kum "
    "Kw Kwa Kye Man Men Nk Nyam Nyan Ny Ob Od Of Ok Op Os "
    "Ot Ow Po Pre Qua Sar Sek Som Ta Tak Te Twum Wi Ya Yeb",
    "ako ampong ansah antwi anim asi awuah eh eji eman enim enya erko etteh iah inkrah ofo okye omah ong onsu otwe oah "
    "uah uakye usu",
)
AKAN_GIRLS = words("""
Akua Abena Ama Afia Afua Esi Efua Yaa Adwoa Adjoa Akosua Araba Aba Ekua Maame Nana Serwaa Serwah Boatemaa Konadu Akyaa
Pokuaa Adoma Afriyie Nyarkoa Asantewaa Dufie Oforiwaa Abigail Priscilla Gifty Comfort Charity Patience Felicia Vida Mavis
Millicent Beatrice Lydia Ernestina Georgina Josephine Victoria Mercy Grace Fatoumata Isatou Mariama Aminata
""")
AKAN_BOYS = words("""
Kwame Kofi Kwabena Kwaku Kwaku Yaw Kwasi Kojo Kwadwo Ebo Fiifi Kobina Ekow Kweku Kwesi Nana Nii Papa Osei Opoku Yeboah
Akwasi Ato Paa Jojo Joojo Emmanuel Isaac Samuel Ebenezer Prince Richmond Bismark Desmond Godfred Frank Eric Ernest Stephen
Michael Daniel Joseph Mamadou Ousmane Ibrahima Lamin Ebrima Modou Alhaji Foday Sorie Abdoulaye Boubacar
""")
HORN_SURNAMES = words("""
Tesfaye Haile Tekle Gebre Abraha Kidane Berhe Mehari Negash Desta Alemu Bekele Girma Tadesse Kebede Abebe Getachew
Mulugeta Assefa Teklu Woldu Weldemichael Ghebremeskel Ghebreyesus Gebremariam Gebreselassie Habte Habtemariam Hagos Isaac
Ogbay Okbay Russom Solomon Tewolde Tsegay Woldeab Yohannes Zerai Zemichael Fessehaye Kiflom Kahsay Araya Asmerom
""")
HORN_TAIL = composed(
    "Gebre Ghebre Habte Haile Wolde Welde Tekle Tesfa Amde Berhane Fikre Kifle Lete Mehre Sahle Tewelde Zere Asfa Berhe Yemane",
    "mariam michael selassie yesus egziabher medhin meskel hiwet tsion giorgis ab amlak kidan alem mikael gabriel dingil",
)
HORN_GIRLS = words("""
Selam Helen Sara Saba Bethlehem Betelhem Hiwot Hiwet Meron Merhawit Feven Eden Rahel Ruth Winta Yordanos Tsion Tigist
Almaz Aster Azeb Birhan Elsa Frehiwot Genet Haben Lemlem Letay Luwam Mebrat Mihret Milena Natsnet Rigbe Rodas Semhar
Senait Tirhas Tsige Zaid Abeba Alem Desta Makda Mahlet Liya Lidya
""")
HORN_BOYS = words("""
Samuel Daniel Yonas Dawit Abel Natnael Filmon Robel Henok Isaias Isayas Mulugeta Kidane Kibrom Biniam Binyam Bereket
Berhane Aman Amanuel Aron Awet Efrem Ermias Eyob Fitsum Girmay Habtom Haben Hermon Kaleb Mekonnen Merhawi Meron Mewael
Mussie Nahom Okbay Petros Senai Simon Solomon Tedros Tewodros Tesfay Tomas Yared Yohannes Yosief Zekarias
""")
BANTU_SURNAMES = words("""
Moyo Ncube Sibanda Dube Ndlovu Mpofu Nyoni Nkomo Tshuma Phiri Banda Mwale Chirwa Nyirenda Zulu Tembo Mulenga Mutasa
Chikowore Chigumbura Mugabe Mutombo Kabila Ilunga Kabongo Mbala Mukendi Tshibanda Kalala Lukaku Makengo Ngoy Nzuzi Mbuyi
Kasongo Mwangi Kamau Njoroge Odhiambo Ochieng Otieno Kimani Kariuki Wanjiku Mutua Musyoka Okello Opio Mugisha Byaruhanga
Ssemakula Nakato Kyeyune Lubega Nsubuga Kato Wasswa Dlamini Nkosi Mkhize Khumalo van_der_Merwe Botha Naidoo Chikwanha
Chipunza Chiwenga Marufu Masuku Matambanadzo
""")
BANTU_TAIL = composed(
    "Chi Ka Ma Mu Mwa Ndu Nda Nya Nga Nku Ta Tshi Zi Zvi Lu Ki Ba Mbu Ru Mati Madzi Chima Muza Muka Chika Kamu Ngo",
    "benga bvuta danga dzimu fara gara hamba kanda kunda lamba lenga mba mbira ndoro ngwa nhamo nyama randa runga sanga "
    "shava tare tambo tsika vimbo wanda wela yenga zimba "
    "zuva konde pondo leka",
)
BANTU_GIRLS = words("""
Tendai Rudo Chipo Nyasha Tariro Ruvimbo Rutendo Tinotenda Tanaka Vimbai Shamiso Sekai Thandiwe Nomsa Nokuthula Lindiwe
Sibongile Zanele Precious Blessing Memory Gift Grace Wanjiru Wambui Njeri Akinyi Achieng Atieno Nakato Babirye Namukasa
Divine Espérance Mireille Chantal Solange Béatrice Clémentine Francine Merveille Plamedi Dorcas
""")
BANTU_BOYS = words("""
Tatenda Tafadzwa Farai Simba Simbarashe Tawanda Takudzwa Tinashe Kudzai Kudakwashe Munashe Panashe Anesu Themba Sipho
Mandla Thabo Bongani Nkosinathi Blessing Trust Innocent Kamau Mwangi Kariuki Otieno Ochieng Wasswa Kato Mugisha
Jean-Claude Jean-Pierre Dieudonné Emmanuel Josué Exaucé Glody Hervé Trésor Christian Junior Fiston Patient
""")

COMMUNITIES = (
    Community(
        "somali",
        2.2,
        "BAFR",
        SOMALI_MEN,
        SOMALI_WOMEN,
        SOMALI_MEN,
        tail=SOMALI_TAIL,
        tail_share=0.12,
        boys_tail=SOMALI_TAIL,
        forename_tail_share=0.06,
        custom="somali",
        middle=0.0,
        head=2.0,
    ),
    Community(
        "yoruba",
        1.8,
        "BAFR",
        YORUBA_SURNAMES,
        YORUBA_GIRLS + GIRLS[:40],
        YORUBA_BOYS + BOYS[:40],
        tail=YORUBA_TAIL,
        tail_share=0.5,
        girls_tail=YORUBA_TAIL[:1500],
        boys_tail=YORUBA_TAIL[1500:3000],
        forename_tail_share=0.15,
        middle=0.7,
    ),
    Community(
        "igbo",
        1,
        "BAFR",
        IGBO_SURNAMES,
        IGBO_GIRLS + GIRLS[:40],
        IGBO_BOYS + BOYS[:40],
        tail=IGBO_TAIL,
        tail_share=0.35,
        girls_tail=IGBO_TAIL[:800],
        boys_tail=IGBO_TAIL[800:1600],
        forename_tail_share=0.1,
        middle=0.7,
    ),
    Community("akan", 1.4, "BAFR", AKAN_SURNAMES, AKAN_GIRLS, AKAN_BOYS, tail=AKAN_TAIL, tail_share=0.25, middle=0.7),
    Community(
        "horn", 0.8, "BAFR", HORN_SURNAMES, HORN_GIRLS, HORN_BOYS, tail=HORN_TAIL, tail_share=0.3, custom="kept", middle=0.05
    ),
    Community("bantu", 1.2, "BAFR", BANTU_SURNAMES, BANTU_GIRLS, BANTU_BOYS, tail=BANTU_TAIL, tail_share=0.3, middle=0.6),
)
