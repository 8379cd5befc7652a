"""Spellings of one name as it comes from another language or script, a name on each line. Test material."""

ARABIC_AND_SOUTH_ASIAN = """
Mohammed Muhammad Mohamed Mohammad Muhammed Maxamed Mohamad Mahamed
Ahmed Ahmad Axmed Ahmet Achmed
Hussain Hussein Hossain Husain Xuseen Hossein Husayn Hoosain
Hassan Hasan Xasan Hasaan Hassen
Aisha Ayesha Aysha Aaisha Caasha Aishah Ayşe
Fatima Fatema Fatimah Faatima Fadumo Fathima
Yusuf Yousef Youssef Yousuf Yusef Yuusuf Yousaf Yosef
Ibrahim Ebrahim Ibraheem Ibraahim İbrahim
Maryam Mariam Maryan Mariyam Miriam Meryem
Chaudhry Choudhury Chaudhary Chowdhury Choudhry Choudhary Chaudry
Zainab Zeinab Zaynab Saynab Zeynab Zaineb
Qureshi Quraishi Kureshi Koreshi
Abdullah Abdallah Abdulla Abdoullah
Abdullahi Cabdullaahi Abdilahi Abdulahi
Abdirahman Cabdiraxmaan Abdurahman Abdirahmaan
Abdulrahman Abdelrahman Abdurrahman Abdul-Rahman
Abdelkarim Abdulkarim Abdikarim
Abdelaziz Abdulaziz Abdiaziz
Omar Umar Cumar Omer Ömer
Osman Usman Uthman Cismaan Othman
Ali Aly Cali Alli
Abdi Cabdi Abdy
Khadija Khadijah Khadiijo Hadija Hatice
Halima Haleema Xaliimo Halimah
Khalid Khaled Khaalid Halid
Tariq Tareq Tarik Tarek
Mahmood Mahmoud Mehmood Mahmud Maxamuud
Rashid Rasheed Rachid Raashid
Saeed Said Sayeed Siciid Saïd
Saleem Salim Saliim Selim
Suleman Sulaiman Suleiman Saleebaan Süleyman
Ismail Ismaeel Ismaaciil Esmail İsmail
Ilyas Elyas Iliyas Ilias
Yasin Yassin Yaseen Yaasiin
Yasmin Yasmeen Yasmine Jasmin
Noor Nour Nuur Nur
Siddique Siddiqui Siddiqi Siddiquee Sadiq
Rehman Rahman Raxmaan Rahmaan
Iqbal Ikbal Eqbal
Shaikh Sheikh Sheik Shiekh
Malik Malek Maalik
Hamza Hamzah Xamse
Idris Idrees Edris Idriss
Bilal Bilaal Belal
Zakaria Zakariya Zakariyya Sakariye
Javed Javaid Jawed Jaweed
Naveed Navid Nawid
Waseem Wasim Vasim
Nadeem Nadim Nadeam
Shafiq Shafique Shofiq Shafeeq
Rafiq Rafique Rofiq Rafeeq
Akhtar Akter Aktar Akther
Uddin Oddin Udin
Khatun Khatoon Katun
Begum Begom Baigum
Miah Mia Miya Mian
Islam Eslam Islaam
Haque Hoque Haq Huq
Sultana Soltana Sultanah
Nasreen Nasrin Nasrine
Parveen Parvin Perveen
Shabir Shabbir Shabeer
Yaqoob Yaqub Yakub Jacoub
Younis Younes Yunus Yunis
Zubair Zubayr Zubeyr Jubair
Sajid Sajjid Saajid
Imran Emran Imraan
Gulam Ghulam Golam
Bhatti Bhatty Batti
Butt But Bhat Bhatt
Mirza Meerza Mirzah
Al-Masri El-Masri El-Masry Almasri Elmasry
Al-Sayed El-Sayed Alsayed Elsayed
Al-Khatib El-Khatib Alkhateeb Al-Khateeb
Al-Haddad El-Haddad Alhaddad
Al-Najjar El-Naggar Alnajjar
Al-Rashid Al-Rasheed Alrashid
Al-Hassan El-Hassan Alhasan
Layla Leila Leyla Laila
Reem Rim Riym
Walid Waleed Oualid
Mustafa Mostafa Moustafa Mustapha Mustafe
Qasim Kassem Kasim Qaasim Kassim
Salah Saleh Salax Saalah
Sumaya Sumayya Sumayyah Soumaya
Safiya Safia Safiyyah Saffiya
Ruqayyah Ruqiya Rukayya Roqaya
Hawa Xaawo Hava Hawwa
Jama Jaamac Jamac Gama
Farah Faarax Farax Farrah
Hersi Xirsi Hirsi Xersi
Elmi Cilmi Ilmi
Egal Cigaal Igal
Aden Aadan Adan Adam
Nuur Noor Nor
Muse Muuse Musa Moussa
Barre Baarre Bare
Isse Ciise Issa Essa
Guled Guuleed Gulled
Warsame Warsama Wersame
Dirie Diiriye Diriye
Ayaan Ayan Ayyan
Deqa Deeqa Deka
Hodan Hoodan Hodon
Sharma Sarma Sharmah
Patel Patil Pattel
Agarwal Aggarwal Agrawal
Mukherjee Mukherji Mookherjee
Banerjee Banerji Bannerjee
Chatterjee Chatterji Chaterjee
Chakraborty Chakravarty Chakrabarti
Srivastava Shrivastava Shrivastav
Joshi Joshee Jhoshi
Krishna Krishnan Krisna
Lakshmi Laxmi Luxmi
Pooja Puja Poojah
Deepa Dipa Deepah
Geeta Gita Geetha
Meera Mira Meerah
Vijay Wijay Bijay
Vivek Vivec Bibek
Singh Sing Sinh
Kaur Kour Cour
Dhillon Dillon Dhilon
Sandhu Sandu Sindhu
Gurpreet Gurprit Gurpreit
Harpreet Harprit Harpreit
Jaspreet Jasprit Jaspreat
Manpreet Manprit Manpreit
Jagjeet Jagjit Jagjiit
Grewal Garewal Greval
Bains Banes Bainse
Atwal Athwal Atval
Sivakumar Shivakumar Sivakumaran
Balasubramaniam Balasubramanian Balasubramanyam
Perera Pereira Perrera
Kumaran Kumeran Cumaran
"""
SLAVIC_AND_EUROPEAN = """
Oleksandr Aleksandr Alexander Olexandr Oleksander
Oleksandra Aleksandra Alexandra Olexandra
Yuliia Yulia Julia Iuliia Juliia
Sofiia Sofia Sophia Zofia Sofiya
Mariia Maria Mariya Marija
Anastasiia Anastasia Anastasiya Nastasia
Viktoriia Viktoria Victoria Wiktoria Viktoriya
Yelyzaveta Elizaveta Yelizaveta Elizabeth Jelizaveta
Dmytro Dmitri Dmitry Dmitriy Dimitri
Volodymyr Vladimir Wolodymyr Volodimir
Mykola Nikolai Nikolay Mikola Nykola
Mykhailo Mikhail Mihail Michailo Mychailo
Oleksii Aleksei Alexei Oleksiy Olexiy
Serhii Sergei Sergey Serhiy Sergii
Andrii Andrei Andrey Andriy Andrij
Yevhen Evgeny Yevgeny Evhen Jevhen
Kateryna Ekaterina Katerina Yekaterina Katarina
Olha Olga Olgha
Olena Elena Olyena Yelena
Iryna Irina Irena Yryna
Nataliia Natalia Nataliya Natalya
Tetiana Tatiana Tatyana Tetyana
Hanna Ganna Hana Anna
Halyna Galina Halina Galyna
Vasyl Vasily Wasyl Vasil
Petro Pyotr Piotr Petr
Pavlo Pavel Paulo Pawlo
Yurii Yuri Yuriy Jurij Iurii
Ihor Igor Ighor
Oleh Oleg Olegh
Bohdan Bogdan Bohdann
Kyrylo Kirill Kiril Kyrillo
Danylo Daniil Danilo Danil
Matvii Matvei Matviy Matvey
Tymofii Timofei Tymofiy Timofey
Artem Artyom Artiom
Yaroslav Jaroslav Iaroslav
Shevchenko Szewczenko Chevchenko Shevtchenko
Kovalenko Kowalenko Covalenko
Bondarenko Bondarienko Bondarenco
Kravchenko Krawczenko Kravtchenko
Kovalchuk Kowalczuk Kovaltchuk
Tkachenko Tkaczenko Tkatchenko
Lysenko Lisenko Lyssenko
Hrytsenko Gritsenko Hrycenko
Polishchuk Polischuk Poliszczuk Polishuk
Savchenko Sawczenko Savtchenko
Boiko Boyko Bojko
Moroz Moros Morozz
Melnyk Melnik Melnick
Oliynyk Oliinyk Oleynik Olijnyk
Zelenskyi Zelensky Zelenskiy Zelenskij
Kowalski Kovalski Kovalsky Kowalsky
Kowalska Kovalska Kovalskaya Kowalskaya
Szymański Shymansky Shimanski Szymansky
Szymańska Shymanska Shimanska
Wiśniewski Vishnevsky Wisniewsky Vishnievski
Wiśniewska Vishnevska Wishniewska
Wójcik Woycik Voytsik Wojczik
Kowalczyk Kovalchik Kowalchyk Kovalchyk
Woźniak Vozniak Wozniack Wosniak
Lewandowski Levandovski Levandowski Lewandowsky
Lewandowska Levandovska Levandowska
Zieliński Zelinski Zielinsky Zjelinski
Dąbrowski Dombrowski Dombrovski Dabrowsky
Dąbrowska Dombrowska Dombrovska
Kaczmarek Kachmarek Katchmarek
Krawczyk Kravchyk Krawchik Kravchik
Wojciechowski Voychehovsky Wojchiechowski
Jabłoński Yablonski Jablonsky Yablonsky
Pawłowski Pavlovski Pawlowsky Pavlowski
Zając Zayonts Zajonc Zajac
Wróbel Vrubel Wrubel
Stępień Stempien Stempień
Szczepański Shchepanski Schepanski Szczepansky
Szewczyk Shevchyk Shevchik Szewchyk
Nowak Novak Nowack
Michalski Mihalski Michalsky
Jakub Yakub Jacub
Wojciech Voytsekh Wojcieh Vojtech
Krzysztof Kshishtof Krystof Kristof
Agnieszka Agnieshka Agnieska Agnyeshka
Małgorzata Malgozata Malgoshata
Katarzyna Katazhyna Katarina Kataryna
Grzegorz Gregorz Gzhegosh
Łukasz Lukash Lukas Lukasch
Tomasz Tomash Thomas Tomas
Mateusz Mateush Matheus Matteusz
Szymon Shimon Simon Shymon
Paweł Pavel Pawel
Michał Mihal Michael Mikhal
Andrzej Andrey Andrei Anjey
Aleksander Alexander Aleksandar Aleksandr
Wiktor Victor Viktor Wictor
Mikołaj Mikolay Nikolaj Mikolai
Zuzanna Susanna Suzanna Zusanna
Ștefan Stefan Shtefan Stephan
Ionuț Ionutz Ionut
Gheorghe George Georghe
Popescu Popesku Popesco
Ionescu Ionesku Ionesco
Stănescu Stanesku Stanesco
Dumitru Dimitru Dumitro
Mureșan Mureshan Muresan
Țîrlea Tzirlea Tarlea
Cătălin Catalin Katalin
Andreea Andrea Andreia
Ștefania Stefania Shtefania Stephania
Ivanov Iwanow Ivanoff
Petrov Petrow Petroff
Georgiev Gheorghiev Georgieff
Dimitrov Dimitroff Dimitrow
Hristov Christov Khristov
Yordanov Jordanov Iordanov
Horváth Horvat Horwath
Kovács Kovach Kowacs
Szabó Sabo Szabo
Nagy Nady Nagi
Dvořák Dvorzak Dvorjak
Novotný Novotni Nowotny
Kazlauskas Kazlowskas Kozlauskas
Bērziņš Berzinsh Berzins
Kalniņš Kalninsh Kalnins
Hoxha Hodja Hodza
Krasniqi Krasnichi Krasniki
Thaçi Thachi Thaqi
Yılmaz Yilmaz Jilmaz
Şahin Shahin Sahin
Çelik Chelik Celik
Öztürk Oeztuerk Ozturk
Müller Mueller Muller
Schröder Schroeder Schroder
Jäger Jaeger Jager
Böhm Boehm Bohm
Georgiou Yiorgiou Georghiou
Ioannou Ioanou Yioannou
Kyriacou Kyriakou Kiriacou
"""
AFRICAN_AND_EAST_ASIAN = """
Adébáyọ̀ Adebayo Addebayo Adebayor
Ọládípọ̀ Oladipo Oladippo
Ọlátúnjí Olatunji Olatunjie
Ṣóyínká Soyinka Shoyinka
Fẹ́mi Femi Fehmi
Olúmídé Olumide Olumidey
Olúṣẹ́gun Olusegun Olushegun
Oluwaseun Oluwasheun Oluseun
Segun Shegun Shegun
Folasade Folashade Folasadey
Sade Shade Sadeh
Morenike Morenikey Moreniki
Ayodele Ayodelle Ayodeli
Ogunleye Ogunleyi Ogunlaye
Balogun Ballogun Balogon
Akinola Akinnola Akinolah
Afolabi Affolabi Afolaby
Chukwuemeka Chukwemeka Chukuemeka
Chukwu Chuku Chuckwu
Okonkwo Okonquo Okonkwor
Okafor Okafore Okaffor
Nwosu Nwosuh Nwossu
Nwachukwu Nwachuku Nwachukwa
Ngozi Ngosi Engozi
Chinedu Chinedo Chineduh
Ifeanyi Ifeani Ifeanyichukwu
Mensah Mensa Mensha
Owusu Owusuh Owoosu
Boateng Boaten Boateang
Agyeman Agyemang Adjeman Agyiman
Gyasi Djasi Gyassi
Kyei Kyeh Chei
Acheampong Akyeampong Achampong
Asante Ashanti Asanti
Kwame Kwami Quame
Kofi Coffie Koffi
Kwabena Kobina Kwabina
Akosua Akosia Akossua
Abena Abina Abenaa
Yaw Yao Yau
Quaye Kwaye Quay
Diallo Jallow Jalloh Djallo
Touré Toure Turay Touray
Camara Kamara Kamarah
Fatoumata Fatumata Fatmata
Mamadou Mamadu Mahmadou
Ousmane Usmane Ousman
Tesfaye Tesfay Tesfai
Haile Hayle Hailay
Yohannes Yohanes Johannes
Dawit Dawitt Davit
Gebremariam Ghebremariam Gebremaryam
Gebreselassie Ghebreselassie Gebresilasie
Ghebremeskel Gebremeskel Ghebremeskal
Woldu Weldu Woldou
Tewodros Tedros Tewedros
Bereket Bereqet Bereketh
Selam Salam Sellam
Hiwot Hiwet Hewot
Ndlovu Ndhlovu Ndlovo
Moyo Moio Moyoh
Chen Chan Chin
Wang Wong Vang
Zhang Chang Cheung
Li Lee Lei
Huang Wong Hwang
Zhou Chow Chou
Xu Hsu Tsui
Cai Choi Tsai
Guo Kwok Kuo
Zheng Cheng Tsang
Liang Leung Leong
Xie Tse Hsieh
Nguyễn Nguyen Ngyuen
Trần Tran Tranh
Phạm Pham Fam
Đặng Dang Dhang
Huỳnh Huynh Huinh
Vũ Vu Woo
"""
