"""Names of Arabic speakers, Kurds, and of families from China, Hong Kong, Vietnam and the Philippines."""

from hearth.config.population.community import Community, composed, words
from hearth.config.population.names.south_asian import MUSLIM_BOYS_TAIL

ARABIC_SURNAMES = words("""
Al-Masri Al-Hassan Al-Ahmad Al-Rashid Al-Khatib Al-Najjar Al-Haddad Al-Sayed Al-Mahdi Al-Jabri Al-Shami Al-Tamimi
Al-Obaidi Al-Jubouri Al-Dulaimi Al-Zubaidi El-Sayed El-Masry El-Amin El-Tayeb El-Mansouri El-Fassi El-Idrissi Abdullah
Abdallah Ibrahim Hassan Hussein Mohamed Mahmoud Ahmed Ali Osman Saleh Salem Said Saeed Khalil Haddad Khoury Mansour Nasser
Nassar Najjar Hamdan Hamid Haidar Daoud Darwish Farah Fares Ghanem Habib Hakim Issa Jaber Kanaan Kassem Mustafa Naji Odeh
Omar Qasim Rahman Sabbagh Salim Salman Shaheen Sharif Suleiman Taha Tawfiq Yassin Younes Youssef Zaidan Zaki Bakri Barakat
Basha Benali Benmoussa Bouazza Bouzid Chahine Cherif Djebar Elhassan Eltayeb Abdelrahman Abdelkarim Abdelaziz Idris Ismail
Abu_Zaid Abu_Bakr Bin_Said Ben_Ahmed Bashir Elbashir Kurdi Hawrami Barzani Talabani Rasul Sherwani Zebari Amedi Kakai Jaff
""")
ARABIC_TAIL = composed(
    "Al- El- Al_ Abdul Abdel Abu_ Ben Bou Bin_ -",
    "Asadi Awad Badawi Bagdadi Basri Bayati Bitar Dabbagh Daher Dosari Fadel Fahmi Farouq Fayed Gabr Ghamdi Ghazali Hadi "
    "Hafez Hajj Halabi Hamad Harbi Hariri Hashimi Hilali Hosni "
    "Jamal Janabi Jaziri Kabbani Kader Karim Kazemi Khaled Khalidi Latif Maliki Malki Mousawi Mufti Mutairi Nabulsi Naqvi "
    "Nuaimi Otaibi Qadi Qahtani Qaysi Rabiah Razzaq Rifai Rubaie "
    "Saadi Sabah Sadr Saffar Salahi Samarrai Saud Shehri Shammari Sharqi Sudani Sultani Taher Tikriti Turki Wahab Yaqoub "
    "Yemeni Zahrani Zayed Zein Ziyad",
)
ARABIC_GIRLS = words("""
Fatima Maryam Mariam Aya Nour Noor Layla Leila Lina Sara Salma Yasmin Yasmine Zainab Zeinab Zahra Amal Amira Asma Aisha
Hala Hanan Hanin Huda Iman Jana Jouri Khadija Lamia Lubna Maha Malak Manal Marwa Mona Nada Nadia Najwa Nisreen Nawal Rana
Rania Reem Rima Rasha Ruba Sahar Samar Samira Sawsan Shahd Shaima Sana Suha Tala Wafa Yara Zeina Hajar Souad Shilan Shno
Tara Nazdar Rozhin Avin Berivan Hero Kazhal Chnar Dlnia
""")
ARABIC_BOYS = words("""
Mohammed Mohamed Mohammad Ahmad Ahmed Ali Omar Yousef Youssef Adam Hassan Hussein Ibrahim Khaled Khalid Mahmoud Mustafa
Abdullah Abdulrahman Abdelrahman Amir Anas Ayman Bassam Bilal Faisal Fadi Fares Firas Ghassan Habib Hadi Hamza Hani
Haitham Hisham Hossam Iyad Jamal Jawad Karim Kareem Laith Majed Malik Marwan Mazen Mohannad Mourad Muhannad Nabil Nader
Nasser Omran Osama Qais Raed Rami Rashid Saad Said Salah Saleh Salim Sami Samir Sufyan Taha Tareq Tariq Walid Wael Wissam
Yahya Yasser Yassin Youssif Zaid Ziad Zakaria Karwan Rebin Sherzad Soran Hiwa Kawa Rizgar Shwan Zana Azad Dilshad
Bakhtiyar Goran Ari Hemin
""")
CHINESE_SURNAMES = words("""
Chen Wang Li Zhang Liu Lin Huang Wong Chan Lee Yang Wu Zhao Zhou Xu Sun Ma Zhu Hu Guo He Gao Luo Zheng Liang Xie Song Tang
Deng Han Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen Yao Lam Lau Leung
Cheung Ng Ho Tsang Tam Kwok Cheng Mak Yip Fung Chow Chiu Chu Choi Lo Siu Poon Hui Ip Kwan Tse Yeung Yuen Au Au-Yeung
Ouyang Szeto Sze-To Tan Lim Goh Ong Teo Koh Toh Chua Ooi
""")
CHINESE_SYLLABLES = (
    "Ai An Bao Bin Bo Chang Chao Chen Chun Cong Da De Dong En Fang Fei Feng Fu Gang Guang Guo Hai Han Hao He Hong Hua Hui "
    "Jia Jian Jie Jin Jing Jun Kai Kang Lan Lei Li Lian Liang Lin Ling Long "
    "Mei Meng Min Ming Na Nan Ning Peng Ping Qi Qian Qiang Qing Rong Rui Shan Shu Si Tao Ting Tong Wei Wen Xia Xiang Xiao "
    "Xin Xing Xiu Xue Yan Yang Yi Ying Yong Yu Yuan Yue Yun Ze Zhen Zhi Zi"
)
CHINESE_SECOND = CHINESE_SYLLABLES.lower()
CHINESE_GIVEN = composed(CHINESE_SYLLABLES, CHINESE_SECOND)
HONG_KONG_GIVEN = composed(
    "Chi Chun Hei Hiu Ho Hoi Ka Kin Kit Kwok Lai Lok Man Mei Ming Nga On Pak Pui Sau Shing Shuk Siu Sum Sze Tin Tsz Wai "
    "Wing Yan Yat Yee Yi Ying Yuen Yuk",
    "_Chi _Ching _Chun _Fai _Fung _Hang _Hei _Him _Hin _Ho _Hong _Ka _Kei _Kit -Kiu _Lam _Lok _Long _Man _Ming _Nam _Ngai "
    "_Pong _Sum _Ting _To _Tung _Wa _Wai _Yan _Yee _Yi _Yin _Ying _Yiu _Yu",
)
VIETNAMESE_SURNAMES = words(
    "Nguyen Nguyễn Tran Trần Le Lê Pham Phạm Hoang Hoàng Huynh Huỳnh Phan Vu Vũ Vo Võ Dang Đặng Bui Bùi Do Đỗ Ho Hồ Ngo "
    "Ngô Duong Dương Ly Lý"
)
VIETNAMESE_GIRLS = words("""
Linh Anh Ngoc Ngọc Trang Huong Hương Lan Mai Thao Thảo Thu Thuy Thủy Trinh Tuyet Van Vân Yen Yến Hoa Hong Hồng Kim Ly Minh
My Nga Nhi Nhung Phuong Phượng Quynh Quỳnh Tam Tâm Thanh Thi_Lan Thị_Mai Bich_Ngoc
""")
VIETNAMESE_BOYS = words("""
Minh Anh Duc Đức Dung Dũng Hai Hải Hieu Hiếu Hoang Hoàng Hung Hùng Huy Khanh Khoa Kien Lam Long Nam Nghia Phong Phuc Phúc
Quan Quang Quoc Son Sơn Tai Tam Thang Thắng Thanh Thinh Tien Toan Tri Trung Tuan Tuấn Van_Hung Viet Vinh
""")
FILIPINO_SURNAMES = words("""
dela_Cruz Santos Reyes Garcia Cruz Bautista Ocampo Mendoza Torres Flores Villanueva Ramos Castillo Rivera Aquino Navarro
Mercado Domingo Salazar Tolentino Pascual De_Guzman Del_Rosario De_Leon De_Los_Santos San_Jose Santiago Soriano Manalo
Magbanua Macaraeg Dimaculangan Pangilinan Lacson Cojuangco Lim Tan Sy Aguinaldo Bonifacio Gatdula Magsaysay Macapagal
Katigbak Panganiban Sumulong Tagalog Batungbakal Thapa Gurung Rai Limbu Tamang Magar Shrestha Sherpa Adhikari Karki Pun
Poudel Khadka Chhetri Basnet Kim Park Choi Tanaka Suzuki Sato Yamamoto Watanabe
""")
FILIPINO_GIRLS = words("""
Maria Angel Princess Althea Samantha Sofia Andrea Nathalie Jasmine Kyla Mary-Jane Maricel Marites Rosalie Rowena Jocelyn
Liezl Lourdes Luzviminda Divina Cherry Girlie Analyn Arlene Catherine Glenda Imelda Maryjane Joy Sita Gita Bimala Sunita
Sabina Sarita Anjana Laxmi Asmita Puja Yuki Sakura Ji-woo Seo-yeon
""")
FILIPINO_BOYS = words("""
Joshua John_Paul John_Mark Christian Angelo Nathaniel James Jerome Gabriel Rodel Rommel Ronaldo Rogelio Reynaldo Ramon Jun
Jun-Jun Jomar Jayson Efren Ernesto Danilo Dindo Benigno Arnel Alvin Aldrin Noel Nestor Macario Bishal Bikash Dipesh Suman
Sujan Prakash Ramesh Santosh Hari Krishna Min-jun Hiroshi Kenji
""")

COMMUNITIES = (
    Community(
        "arabic",
        3,
        "OOTH",
        ARABIC_SURNAMES,
        ARABIC_GIRLS,
        ARABIC_BOYS,
        tail=ARABIC_TAIL,
        tail_share=0.25,
        boys_tail=MUSLIM_BOYS_TAIL,
        forename_tail_share=0.05,
        custom="kept",
        middle=0.15,
        head=2.0,
    ),
    Community(
        "chinese",
        1.2,
        "CHNE",
        CHINESE_SURNAMES,
        CHINESE_GIVEN[:4000],
        CHINESE_GIVEN[3000:],
        forename_tail_share=0.0,
        custom="kept",
        middle=0.0,
        head=2.0,
    ),
    Community(
        "hongkong",
        0.6,
        "CHNE",
        CHINESE_SURNAMES[40:],
        HONG_KONG_GIVEN[:700],
        HONG_KONG_GIVEN[500:],
        custom="kept",
        middle=0.0,
        head=2.0,
    ),
    Community(
        "vietnamese", 0.4, "AOTH", VIETNAMESE_SURNAMES, VIETNAMESE_GIRLS, VIETNAMESE_BOYS, custom="kept", middle=0.3, head=1.0
    ),
    Community("filipino", 0.8, "AOTH", FILIPINO_SURNAMES, FILIPINO_GIRLS, FILIPINO_BOYS, middle=0.4),
)
