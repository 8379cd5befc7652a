"""Names of families from Pakistan, India, Bangladesh, Sri Lanka and Afghanistan, with Sikh and Muslim naming customs."""

from hearth.config.population.community import Community, composed, words

MUSLIM_BOYS = words("""
Muhammad Mohammed Mohammad Ali Ahmed Hassan Ibrahim Yusuf Omar Adam Hamza Abdullah Zayn Zain Musa Bilal Ismail Haris
Rayyan Isa Eesa Ayaan Mustafa Umar Usman Uthman Ahmad Idris Ilyas Imran Irfan Ishaq Kashif Khalid Mahmood Tariq Tahir
Shahid Sajid Rashid Nasir Nadeem Naveed Zahid Zubair Waqas Waseem Yasir Younis Shafiq Saeed Saleem Salman Sarfraz Shabir
Sohail Suleman Sulaiman Aamir Adeel Adnan Aftab Akhtar Amjad Anwar Arshad Asif Asad Atif Aziz Babar Basharat Danyal
Daniyal Dawood Ehsan Faisal Farhan Farooq Fahad Faizan Ghulam Habib Haider Hamid Haroon Hussain Iqbal Jamal Javed Junaid
Kamran Karim Liaquat Majid Mansoor Mazhar Mubashir Mudassar Muneeb Musab Nabeel Nawaz Nisar Parvez Qasim Rafiq Rehan
Rizwan Safdar Saif Sajjad Shakeel Shamim Shoaib Siddique Subhan Tanveer Taimoor Talha Usama Wajid Waleed Yahya Yaqub Zafar
Zakariya Zeeshan Zulfiqar Abdul Abdur_Rahman Abdul-Rahman Abdul_Hadi Abdul_Rehman Muhammad-Ali Ali-Raza
""")
MUSLIM_GIRLS = words("""
Aisha Fatima Maryam Zainab Khadija Ayesha Amina Hafsa Safa Sumaya Sumayyah Aaliyah Inaya Anaya Zara Zahra Iqra Maria
Mariam Mariyam Noor Nur Sana Sara Sarah Hiba Hira Hana Iman Eman Laiba Madiha Mahnoor Mehwish Mishal Nadia Naila Nazia
Nabila Nighat Parveen Rabia Rubina Rukhsana Saba Sadia Safiya Saima Saira Samina Samreen Sabeen Shabana Shaheen Shaista
Shamim Shazia Sidra Sobia Sonia Sumaira Tahira Tahmina Tasleem Tayyaba Uzma Yasmin Yasmeen Zahida Zoya Zubaida Zunaira
Aleena Aliza Alisha Ambreen Amna Anam Aqsa Areeba Asma Asiya Bushra Faiza Farah Farhana Farida Fariha Farzana Fauzia
Ghazala Halima Haleema Hamida Haniya Humaira Huma Irum Javeria Kausar Kiran Kulsoom Lubna Manahil Memoona Misbah Mubeen
Musarrat Nargis Nasreen Naseem Neelam Nosheen Raheela Razia Rehana Robina Ruqayyah Sajida
""")
PAKISTANI_SURNAMES = words("""
Khan Hussain Ahmed Ali Mahmood Akhtar Iqbal Malik Shah Mohammed Butt Rehman Mirza Chaudhry Chaudhary Ahmad Bhatti Raja
Sheikh Aslam Ashraf Rashid Hanif Rafiq Siddique Siddiqui Qureshi Akram Anwar Arshad Ashiq Aziz Afzal Azam Bashir Baig
Begum Bibi Choudhry Dar Farooq Ghani Ghafoor Gul Haq Hayat Hassan Hamid Hamza Ibrahim Ilyas Ishaq Jabbar Jamil Javed Karim
Kausar Khaliq Khalid Kiani Latif Lone Majid Mehmood Minhas Mughal Muhammad Munir Mustafa Nawaz Nazir Parveen Pervaiz Qadir
Qayyum Rahim Rana Rasool Rauf Raza Riaz Sabir Sadiq Saeed Saleem Sarwar Shabbir Shafi Sharif Shaukat Sultan Tahir Tariq
Usman Wahid Yaqoob Yasin Yousaf Yousuf Younis Zaman Zafar Zahoor Awan Abbasi Gilani Gondal Janjua Jutt Kayani Khokhar
Lodhi Memon Niazi Pasha Pirzada Rajput Sethi Swati Toor Tiwana Warraich Yousafzai Afridi Khattak Orakzai
""")
ARABIC_ROOTS = """
Aali Aamir Abid Adil Afsar Aftab Ahsan Ajmal Akbar Akhlaq Akmal Alam Aleem Allah Amin Amir Anis Anjum Ansar Aqil Arif
Asghar Asim Ata Atiq Aurang Ayub Azhar Azmat Badar Bakht Barkat Basit Bostan Dad Daud Din Faiz Faqir Farid Fateh Fayyaz
Fazal Feroz Gulzar Habib Hafeez Haji Hakim Hashim Hidayat Ihsan Ikram Imdad Inam Inayat Intizar Irshad Jahan Jalal Jan
Kabir Kamal Karam Khadim Khair Khurshid Lal Liaqat Mahboob Malang Manzoor Maqbool Maqsood Masood Mazhar Mir Mohsin Mubarak
Mumtaz Munawar Murad Musharaf Mushtaq Nabi Nadir Naeem Najib Naqi Nasar Nazar Niaz Noor Nur Qamar Qurban Rab Rahmat Rajab
Ramzan Razaq Sabz Safdar Sahib Sakhi Salah Samad Sardar Shad Shah Shams Sher Siraj Sultan Taj Tufail Waheed Wali Wazir Yar
Zia Zulf
"""
PAKISTANI_TAIL = composed(ARABIC_ROOTS, "- uddin ullah zada zai i ur khel wala deen yar dad gul war bux")
MUSLIM_BOYS_TAIL = composed(
    "Abdul Abd-ul- Abdur Ata Aziz Badr Ehsan Faiz Fakhr Farid Fasih Habib Hafiz Hamid Ihsan Inam Jalal Jamal Kalim Karim "
    "Khair Mohib Moin "
    "Muhib Muin Nasr Naz Nizam Noor Nur Qamar Rahmat Saif Salah Sami Shams Sharaf Siraj Taj Waheed Wali Zia Zain",
    "uddin ullah ul-Haq ul-Hassan ur-Rehman ul-Islam ud-Din aan abideen Ali Raza Hasan een",
)
MUSLIM_GIRLS_TAIL = composed(
    "Aa Al Am An Ar As Ay Az Fa Far Ha Han Ho In Ja Ka Kha La Ma Mah Meh Mi Mu Na Naz Ni No Nu Ra Re Ri Ru Sa Sha She Su "
    "Ta Ti Um Wa Ya Za "
    "Zay Zi Zo",
    "bina dia faa hira jida kia leena mina mna nam naz neen nisa noor qa reen riya roon sha sma sra tima veen yra zia zna",
)
INDIAN_SURNAMES = words("""
Patel Shah Sharma Kumar Mistry Desai Joshi Mehta Gupta Verma Parmar Rao Reddy Nair Pillai Iyer Iyengar Menon Das Dutta
Ghosh Banerjee Mukherjee Chatterjee Bose Sen Roy Chakraborty Bhattacharya Agarwal Aggarwal Bansal Bhatt Chauhan Chopra
Choudhary Dave Dixit Gandhi Goswami Jain Jani Kapoor Kapur Khanna Kohli Kulkarni Lakhani Malhotra Mathur Mishra Modi Naidu
Naik Pandey Pandya Panchal Parekh Parikh Pathak Prajapati Prasad Raval Rathod Sahni Saxena Sethi Shukla Singhania Solanki
Soni Srivastava Tailor Thakkar Thakur Tripathi Trivedi Vaghela Varma Varsani Vyas Yadav D'Souza Fernandes Pereira Pinto
Rodrigues Mathew Thomas Varghese George Joseph Kurian Cherian Philip Chacko Antony Gohil Halai Hirani Jadeja Kerai Lad
Limbachia Makwana Mandalia Mepani Nakum Odedra Pindoria Rabadia Sisodia Tandel Vekaria Zala
""")
INDIAN_TAIL = composed(
    "Adhi Aga Amba Ana Anan Arun Bal Bhag Bhan Bhar Bhat Chand Chit Dam Deo Dev Dhan Dur Gaj Gan Gang Gira Gok Gop Gov "
    "Hari Him Indra Jag Jai Jan "
    "Kal Kam Kan Kar Kes Kish Kris Kul Laks Lal Mad Mah Man Mang Mano Moh Muk Mur Nag Nand Nar Nav Nil Pad Pal Par Pra "
    "Prem Push Rag Raj Ram "
    "Ran Rat Rav Sad Sag Sam San Sat Shan Shiv Shyam Som Suk Sund Sur Tej Tri Uday Upa Vaid Van Ven Vij Vim Vish",
    "kar waal wani jani ani nath rao murthy raj iya athan esh endra mani gowda appa dasani wade ekar lia vat",
)
INDIAN_GIRLS = words("""
Aanya Aarohi Aadhya Ananya Anaya Diya Isha Ishani Kavya Khushi Maya Meera Myra Naina Navya Nisha Pooja Priya Riya Rhea
Saanvi Sanvi Sara Shreya Siya Tara Trisha Vanya Zara Amrita Anita Anjali Anju Aparna Archana Arti Asha Avani Bhavna
Bhavika Chandni Daksha Deepa Deepika Devi Dipti Divya Gayatri Geeta Gita Hansa Harsha Hema Hina Hetal Indira Jaya Jayshree
Jyoti Kajal Kalpana Kamala Kiran Komal Krishna Kusum Lakshmi Lata Leela Madhu Mala Malini Manisha Manjula Meena Megha
Minal Mira Mital Nalini Nandini Neha Nikita Nila Nilam Nirmala Nita Padma Parul Payal Pratibha Preeti Prema Purnima Pushpa
Radha Rajni Rakhi Rama Ranjana Rashmi Rekha Renuka Rina Ritu Roshni Rupa Sangeeta Sarita Saroj Savita Seema Shakuntala
Shanti Sharda Shilpa Shobha Shweta Sita Smita Sneha Sonal Sudha Sujata Sunita Sushila Swati Tanvi Tejal Urvi Usha Varsha
Vasanti Vidya Vijaya Vimala Vina
""")
INDIAN_BOYS = words("""
Aarav Arjun Aryan Dev Dhruv Ishaan Kabir Krish Krishna Neel Nikhil Om Reyansh Rishi Rohan Rudra Shaan Vihaan Vivaan Yash
Aditya Advik Ayush Ajay Akash Amar Amit Anand Anil Anish Ankit Anuj Arun Ashish Ashok Ashwin Atul Avinash Bhavesh Bharat
Bhupendra Chetan Chirag Darshan Deepak Dilip Dinesh Dipesh Gaurav Girish Gopal Govind Hardik Hari Harish Harshad Hemant
Hiren Hitesh Jagdish Jay Jayesh Jignesh Jitendra Kalpesh Kamal Kamlesh Karan Kartik Ketan Kiran Kirit Kishor Kunal Lalit
Mahendra Mahesh Manish Manoj Mayur Milan Mihir Mitesh Mohan Mukesh Narendra Naresh Navin Nilesh Niraj Nitin Paresh Parth
Piyush Pradip Prakash Pramod Pranav Prashant Pravin Rahul Raj Rajan Rajesh Rajiv Rakesh Ramesh Ravi Rohit Sachin Sagar
Sameer Sandeep Sanjay Satish Shailesh Shyam Siddharth Sunil Suresh Tushar Umesh Varun Vijay Vikas Vikram Vimal Vinay Vinod
Vipul Viral Vishal Vivek Yogesh
""")
INDIAN_BOYS_TAIL = composed(
    "Aa Ab Ad Ak Am An Ar At Bha Cha Da De Dha Di Ga Ha Hi In Ja Ji Ka Ke Ki Kri La Ma Mi Mo Na Ni Nir Pa Pra Ra Ri Ro Sa "
    "Sha Shi Shre Su Ta Te Tu Ud "
    "Va Vi Vya Ya Yu",
    "nay yan esh ansh it vik raj ron shit tik van yash hir jay kul lin min nav nesh rav rish shal thik ush vesh",
)
INDIAN_GIRLS_TAIL = composed(
    "Aa Ad Ai Ak Am An Ar Av Bha Cha Da De Dhri Di Dri Ee Ha Hi I Ja Ji Ka Ke Khya Kri La Ma Me Mi Na Ni Pa Po Pra Ra Ri "
    "Ro Sa Sha Shi Shre Su Ta Ti Tri "
    "Va Ve Vi Ya Yu",
    "nvi shi rika tika nya vya dhya hana ira jali ksha lini mika nika nisha pika rini sha shna tvi vika yana",
)
SIKH_FIRST = """
Aman Amar Amrit Anu Arsh Bal Bhag Bhu Bir Char Dal Dalj Dev Dil Gag Gian Gur Gurb Har Harb Harj Hard Ind Jag Jas Jasb Jit
Kam Karam Kir Kirt Kul Lakh Lov Mal Man Mand Mohin Nar Nav Nir Onkar Par Parm Pav Prabh Pritam Raj Ran Ranj Rav Rup Sar
Sarb Sat Sharan Simr Sukh Surj Sur Tar Tarl Tej Uday Up Var Vik
"""
SIKH_LAST = (
    "preet deep jit jeet inder inderjit want pal preet bir meet vir veer kiran leen jot een raj roop dev dip simran noor gun ninder"
)
SIKH_GIVEN = composed(SIKH_FIRST, SIKH_LAST)
SIKH_COMMON = words("""
Gurpreet Harpreet Jaspreet Manpreet Amandeep Mandeep Sandeep Navdeep Kuldeep Jasdeep Gurdeep Hardeep Rajdeep Baljit Daljit
Surjit Paramjit Ranjit Manjit Kuljit Gurjit Harjit Amarjit Inderjit Harjinder Sukhjinder Rajinder Balwinder Kulwinder
Parminder Maninder Satinder Tejinder Ravinder Surinder Narinder Jagtar Avtar Kartar Jaswant Kulwant Balwant Gurmeet
Harmeet Manmeet Simran Simranjit Kiran Kirandeep Ravneet Navneet Avneet Jasleen Harleen Gurleen Jasmeen
""")
SIKH_SURNAMES = words("""
Singh Gill Sandhu Dhillon Sidhu Grewal Dhaliwal Bains Johal Rai Atwal Virk Sohal Kang Mann Brar Chahal Sahota Sangha Uppal
Dosanjh Purewal Bassi Birdi Bhogal Bansal Cheema Chana Deol Dhami Dhanda Dhesi Dulai Gahir Garcha Ghuman Hayer Heer Hothi
Hundal Jandu Jhaj Jhutty Kalsi Kandola Khaira Khangura Khela Kooner Lalli Lidder Malhi Matharu Minhas Nagra Nijjar Ojla
Pabla Panesar Pannu Parhar Phull Rayat Rehal Riyat Saini Samra Sehmi Sekhon Shergill Sihota Sunner Takhar Thandi Thind
Tiwana Toor Ubhi Virdee Walia
""")
BANGLADESHI_SURNAMES = words("""
Ahmed Ali Islam Miah Khan Begum Rahman Uddin Hussain Hossain Choudhury Chowdhury Khatun Haque Hoque Alam Kabir Karim
Sarkar Sarker Talukdar Ullah Mia Sheikh Shaikh Sultana Akter Aktar Akther Bibi Nessa Mahmud Malik Mannan Matin Miaz
Mohammed Momin Motin Mukith Noor Quddus Rob Roy Sattar Shahid Siddiquee Sobhan Tarafdar Wahid Zaman Bari Azad Aziz Ahad
Akhtaruzzaman Bhuiyan Bhuiya Biswas Bokth Das Deb Dewan Gazi Hannan Howlader Jalil Kader Khalique Laskar
""")
BANGLADESHI_TAIL = composed(
    "Abu Aftab Aktar Ashraf Asad Azi Badr Bodr Faru Giash Hasan Imam Jala Jamal Join Jubay Kamr Kofil Lutf Mahab Mahb Mah "
    "Mofiz Moin Mon Mosh Mot Naz Nas Niz "
    "Nur Rafi Rais Raz Rezaul Rok Sad Saif Sal Sham Shafi Shah Shams Sira Taj Tof Was Zahir Zain",
    "uddin uzzaman ullah ul_Islam ul_Haque ul_Karim ur_Rahman ur_Raja ur_Rashid ujjaman oddin",
)
BANGLADESHI_GIRLS = words("""
Tahmina Nasima Shahida Rahela Rahima Rohima Rukshana Ruksana Farhana Fahmida Fahima Shamima Sultana Salma Sabina Sharmin
Sharmeen Taslima Nazma Nazmin Nargis Ayesha Fatema Fatima Amina Maryam Aisha Halima Hasna Husna Jahanara Jannat Jannatul
Jasmin Jasmine Khaleda Kulsuma Lima Lutfa Mahbuba Mahfuza Momtaz Mousumi Munira Nadia Naima Nasrin Nazia Nilufa Nipa
Nusrat Parvin Popy Rabeya Razia Rehana Rina Ripa Rokeya Ruma Rumana Runa Sadia Sajeda Saleha Samira Selina Shahanara
Sheuli Shirin Shopna Sima Sumaiya Sumi Suraiya Tania Tanjina Tanzina Yasmin Zakia Zannat
""")
BANGLADESHI_BOYS = words("""
Mohammed Muhammad Md Mohammad Abdul Abdus Abdur Ahmed Ali Shah Syed Sayed Abu Rahim Rohim Rafique Rafiqul Shafiq Shofiq
Shofiqul Jahangir Jubayer Jubair Kamrul Nazrul Nurul Anwar Anowar Ashraf Azizur Aminul Aminur Ataur Bodrul Delwar Dilwar
Faruk Faisal Fokrul Giash Habibur Harun Hasan Helal Humayun Imran Iqbal Jakir Jalal Jamal Joynal Kabir Khaled Khalid Liton
Lutfur Mahbub Mahfuz Masud Mizanur Mokhlis Monir Mosharraf Moynul Mujibur Muktar Munim Nasir Nazmul Rashed Rezaul Ripon
Rubel Ruhel Sabbir Saiful Salim Shahin Shamim Sharif Sohel Suhel Sujon Tanvir Tareq Yusuf Zahid Zakir Ziaur Zunaid
""")
TAMIL_SURNAMES = words("""
Sivakumar Rajah Nadarajah Kandiah Sivarajah Thambirajah Selvarajah Balasubramaniam Ramanathan Kanagaratnam Kandasamy
Krishnan Nagarajah Perera Silva Fernando De_Silva Jayawardena Wickramasinghe Gunawardena Bandara Dissanayake Rajapaksa
Senanayake Ratnayake Herath Karunaratne Mendis Pathirana Weerasinghe
""")
TAMIL_TAIL = composed(
    "Amara Ananda Aru Bala Chandra Deva Ganesha Guna Indra Jaya Jega Kanaga Karuna Kathir Kirupa Kula Kumara Laksh Loga "
    "Maha Mahen Mano Mathi Muru Naga Nanda "
    "Nithi Pala Para Pathma Puva Raja Rajes Rama Rasa Ravi Sada Sakthi San Sara Saba Selva Shan Siva Skanda Soma Sri "
    "Sundara Surya Tharma Thava Thiru Uma Uthaya "
    "Vala Vela Vi Viji Vigna Yoga",
    "lingam rajah nathan kumar moorthy pillai samy ratnam segaram devan swaran gopal sundaram karan vel manickam pathy singam",
)
TAMIL_GIRLS = words("""
Abirami Anusha Archana Dharshini Divya Gayathri Geetha Janani Jeyanthi Kavitha Keerthana Lakshmi Mathura Meena Nithya
Nirosha Pavithra Priya Priyanka Ramya Sangeetha Saranya Sathya Shalini Shanthi Sharmila Sivagami Subashini Sumathi Suganya
Tharani Thivya Thulasi Uma Vaishnavi Vani Vasuki Yalini Yamuna
""")
TAMIL_BOYS = words("""
Aravind Arun Ashwin Balan Dinesh Ganesh Gobi Haran Jegan Kannan Karthik Kavin Kumar Kumaran Logan Mathan Mayuran Mohan
Mugunthan Murali Nimal Niroshan Prakash Pratheep Rajan Ramesh Ravi Sanjeev Sathish Selvan Senthil Shankar Sivan Suren
Suresh Thanush Tharshan Vasanth Vinoth Vignesh Yathavan Yogan
""")
AFGHAN_SURNAMES = words("""
Ahmadi Rahimi Karimi Hussaini Mohammadi Noori Amiri Sharifi Nazari Rezai Rezaei Haidari Hashimi Sadat Safi Stanikzai
Ahmadzai Zazai Wardak Popal Barakzai Hosseini Jafari Moradi Mousavi Ebrahimi Kazemi Sadeghi Soltani Tehrani Shirazi
Esfahani Farahani Kermani Tabrizi Qaderi Rostami Salehi Akbari Abbasi Asadi
""")
AFGHAN_TAIL = composed(
    "Abdul Ahmad Akbar Alam Ali Amin Arab Asad Azim Baz Dawlat Faiz Faqir Ghul Gul Habib Hamid Hasan Ibrahim Isaq Jalal "
    "Jan Kakar Karim Khan Khush Latif Mal Mir "
    "Mohman Momin Musa Nabi Nasr Niaz Nur Omar Qadir Rahim Rahman Rasul Sahib Sher Sultan Taj Wali Yaqub Yusuf Zadran "
    "Zaman",
    "zai i khel yar zada pour nejad ian wal zoi",
)

COMMUNITIES = (
    Community(
        "pakistani",
        6.5,
        "APKN",
        PAKISTANI_SURNAMES,
        MUSLIM_GIRLS,
        MUSLIM_BOYS,
        tail=PAKISTANI_TAIL,
        tail_share=0.12,
        girls_tail=MUSLIM_GIRLS_TAIL,
        boys_tail=MUSLIM_BOYS_TAIL,
        forename_tail_share=0.1,
        custom="begum",
        middle=0.35,
        titles=words("Begum Bibi Akhtar Kausar Parveen Bano Khatoon Jan"),
        head=2.0,
    ),
    Community(
        "indian",
        3,
        "AIND",
        INDIAN_SURNAMES,
        INDIAN_GIRLS,
        INDIAN_BOYS,
        tail=INDIAN_TAIL,
        tail_share=0.25,
        girls_tail=INDIAN_GIRLS_TAIL,
        boys_tail=INDIAN_BOYS_TAIL,
        forename_tail_share=0.15,
        middle=0.2,
        head=2.0,
    ),
    Community(
        "sikh",
        2.2,
        "AIND",
        SIKH_SURNAMES,
        SIKH_COMMON,
        SIKH_COMMON,
        girls_tail=SIKH_GIVEN,
        boys_tail=SIKH_GIVEN,
        forename_tail_share=0.3,
        custom="sikh",
        middle=0.0,
    ),
    Community(
        "bangladeshi",
        2.5,
        "ABAN",
        BANGLADESHI_SURNAMES,
        BANGLADESHI_GIRLS,
        BANGLADESHI_BOYS,
        tail=BANGLADESHI_TAIL,
        tail_share=0.15,
        girls_tail=MUSLIM_GIRLS_TAIL,
        boys_tail=MUSLIM_BOYS_TAIL,
        forename_tail_share=0.06,
        custom="begum",
        middle=0.4,
        titles=words("Begum Khatun Bibi Akter Sultana Nessa Aktar"),
        head=2.0,
    ),
    Community("tamil", 0.8, "AOTH", TAMIL_SURNAMES, TAMIL_GIRLS, TAMIL_BOYS, tail=TAMIL_TAIL, tail_share=0.6, middle=0.05),
    Community(
        "afghan",
        1.2,
        "AOTH",
        AFGHAN_SURNAMES,
        MUSLIM_GIRLS[:60],
        MUSLIM_BOYS[:70],
        tail=AFGHAN_TAIL,
        tail_share=0.35,
        custom="kept",
        middle=0.1,
    ),
)
