"""Names of Poland, Ukraine, Russia, Bulgaria, Czechia and Slovakia, Lithuania and Latvia."""

from hearth.config.population.community import Community, composed, words

POLISH_SURNAMES = words("""
Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski
Mazur Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński
Wróbel Nowakowski Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Nowicki Pawlak Górski Witkowski Walczak
Sikora Baran Rutkowski Michalak Szewczyk Ostrowski Tomaszewski Pietrzak Zalewski Wróblewski Marciniak Jasiński Zawadzki
Bąk Jakubowski Sadowski Duda Włodarczyk Chmielewski Borkowski Sokołowski Szczepański Sawicki Kucharski Lis Maciejewski
Kubiak Kalinowski Mazurek Wysocki Kołodziej Kaźmierczak Czarnecki Konieczny Urban Głowacki Sobczak Krajewski Zakrzewski
Sikorski Wasilewski Laskowski Gajewski Ziółkowski Szulc Makowski Brzeziński Baranowski Przybylski Kaczmarczyk Borowski
Adamski Szymczak Błaszczyk Górecki Chojnacki Szczepaniak Mróz Cieślak Kozak Leszczyński Andrzejewski Czerwiński Wesołowski
Kania Mikołajczyk Lipiński Mucha Kowalewski Zięba Cieślik Jarosz Musiał Kołodziejczyk Markowski Kurek Stankiewicz Bednarek
Tomczak Wilk Brzozowski Orłowski Urbański Gołębiowski Klimek Kopeć Żak Rogowski Bielecki Stachowiak Kasprzak Skiba
Owczarek Dziedzic Wrona Żukowski Śliwiński Świątek Łukasik Ławniczak Ćwik Źrebiec Gąsior Kot Pająk Sowa Gil Mickiewicz
Sienkiewicz Marcinkiewicz Jóźwiak Ratajczak Nawrocki Piątek Sobota Niedziela Staszewski Szafrański Sowiński Wierzbicki
""")
POLISH_TAIL = composed(
    "Adam Bał Banach Bar Bart Bąk Bed Bial Biel Bień Błoń Bog Bor Bran Brzez Brzoz Buk Chmiel Chrzan Ciech Cier Ciesiel "
    "Czajk Czar Czer "
    "Dąb Dob Dobrow Dolin Dom Drozd Dud Dziew Fal Gaj Gał Garb Gaw Głog Głow Gór Graj Grod Grom Grusz Grzyb Jab Jac Jag "
    "Jan Jar Jasi Jaw "
    "Jel Jezier Jurk Kac Kal Kar Kas Kaw Klim Kłos Kob Kog Kol Kon Kop Kor Kos Kow Kraj Kras Kruk Krup Krzyż Kuch Kul Kur "
    "Kwiat Las Lesz "
    "Lew Lip Lub Łab Łuk Maj Mal Mar Mich Mil Mir Mos Mroz Mur Nar Niem Niew Now Obr Olsz Orl Ost Ow Pas Paw Pias Piet "
    "Piotr Plac Pod "
    "Pol Pop Pot Przyb Rad Raj Rat Rog Rom Rów Róż Rud Rut Ryb Ryd Sad Saw Sen Sik Skal Skow Sław Smol Sob Sok Stan Star "
    "Stef Stęp Stras "
    "Such Sul Szcze Szpak Szul Ślus Świd Świer Tar Tom Trze Tur Twar Urb Wal Wąs Wier Wiś Wit Włod Woj Wol Wron Wys Zab "
    "Zal Zar Zaw Zie "
    "Zimn Żel Żmud Żur Żyt",
    "owski ewski iński ański icki ecki czyk czak iak ik ek owicz ewicz ucha era asz oń uk",
)
POLISH_GIRLS = words("""
Zuzanna Julia Maja Zofia Hanna Lena Alicja Maria Oliwia Amelia Laura Pola Natalia Anna Aleksandra Antonina Wiktoria Emilia
Nadia Nikola Gabriela Małgorzata Agnieszka Katarzyna Łucja Kinga Kamila Karolina Klaudia Magdalena Marta Martyna Michalina
Milena Monika Patrycja Paulina Roksana Róża Sandra Sara Sylwia Urszula Weronika Izabela Iga Helena Gaja Ewa Dominika
Dorota Blanka Bianka Beata Barbara Aneta Aniela Angelika Agata Ada Jagoda Jadwiga Joanna Justyna Kaja Kalina Kornelia
Krystyna Liliana Lidia Liwia Marcelina Marcelinka Matylda Mieczysława Olga Oktawia Renata Stanisława Stefania Teresa Tola
Wanda Wiesława Zdzisława Zyta Żaneta Elżbieta Ewelina Bożena Danuta Edyta Grażyna Halina Henryka Iwona Jolanta Kazimiera
Lucyna Mirosława Halszka Jaśmina Nela Ludwika
""")
POLISH_BOYS = words("""
Antoni Jakub Jan Szymon Aleksander Franciszek Filip Mikołaj Wojciech Kacper Adam Michał Marcel Stanisław Wiktor Piotr Igor
Nikodem Leon Ignacy Mateusz Maksymilian Bartosz Oskar Tymon Dawid Miłosz Oliwier Fabian Gabriel Dominik Krzysztof Tomasz
Paweł Łukasz Marcin Marek Andrzej Grzegorz Jerzy Kamil Karol Konrad Krystian Kuba Maciej Mariusz Mirosław Norbert Patryk
Przemysław Radosław Rafał Robert Roman Ryszard Sebastian Sławomir Stefan Tadeusz Tymoteusz Wacław Waldemar Wiesław Witold
Władysław Włodzimierz Zbigniew Zdzisław Zenon Zygmunt Arkadiusz Artur Alan Adrian Albert Aleks Bogdan Bogusław Bolesław
Borys Bronisław Brunon Cezary Cyprian Czesław Damian Daniel Dariusz Edward Emil Ernest Eryk Eugeniusz Ferdynand Gustaw
Henryk Hubert Ireneusz Jacek Janusz Jarosław Jędrzej Jeremi Józef Julian Juliusz Kajetan Kazimierz Kordian Ksawery Lech
Ludwik Mieczysław Natan Olaf Seweryn Wincenty Żegota Świętosław
""")
UKRAINIAN_SURNAMES = words("""
Melnyk Shevchenko Bondarenko Kovalenko Boiko Tkachenko Kravchenko Kovalchuk Koval Oliynyk Shevchuk Polishchuk Lysenko
Savchenko Marchenko Rudenko Petrenko Klymenko Moroz Kravets Pavlenko Savchuk Kuzmenko Levchenko Khomenko Kharchenko
Vasylenko Mazur Symonenko Panchenko Kostiuk Romaniuk Martyniuk Zaitsev Hrytsenko Tkachuk Bilous Didenko Sydorenko
Ponomarenko Nazarenko Karpenko Zinchenko Kolesnyk Havryliuk Tymoshenko Kushnir Yurchenko Fedorenko Mykhailenko Zhuk
Doroshenko Ostapenko Bondar Vdovychenko Lytvyn Lytvynenko Yaremenko Prykhodko Kucherenko Shcherbak Shcherbyna Chernenko
Chornovil Zelenskyi Poroshenko Stetsenko Demchenko Demianenko Hnatiuk Hrechko Kyrylenko Yushchenko Skrypnyk Zhuravel
Tereshchenko Fedorchuk Petryk Pylypenko Yatsenko Yatsenyuk Klitschko Ivanenko Ivanchuk Semenyuk Semenchenko Danylenko
Danylchuk Stepanenko Hordiienko Dziuba Kulyk Kovtun Chumak Hlushko Babenko Boichuk Ishchenko Ivashchenko Nechyporenko
Nesterenko Osadchyi Palamarchuk Pastushenko Sobol Sokolovskyi Vyshnevskyi Yavorskyi Zahorodnii Zakharchenko Hrynchuk
""")
UKRAINIAN_TAIL = composed(
    "Andr Anton Artem Bab Bag Bal Ban Baran Bas Bil Bohdan Bor Bulh Burl Chab Chaik Chern Chor Dan Davyd Dem Den Derk "
    "Dmytr Dor Dov Dub "
    "Dudn Dzh Fed Fedor Fom Halush Has Hav Her Hlad Hol Holov Hon Horb Hrab Hrom Hryhor Hrysh Hub Hul Hurt Ihn Isa Ivan "
    "Kab Kach Kal Kam "
    "Kar Kas Khar Khol Khom Khvyl Kly Kob Kol Kom Kond Kor Kos Kost Kot Koz Kras Kryv Kryzh Kuch Kul Kur Kuts Kyr Lav Lev "
    "Lob Luk Lutsen "
    "Lyash Lyp Mak Mal Mar Mart Mat Med Mel Mykol Myr Nad Naum Naz Nest Nych Olif Omel On Ores Ovch Pal Pan Pas Pavl Petr "
    "Pid Pod Pol Pon "
    "Prots Pryt Rad Rev Rom Rud Ryb Sach Sam Sav Sem Shap Shch Shev Shul Shvets Skor Skry Slob Smir Sob Sol Star Stas "
    "Stel Step Stor Sukh "
    "Sych Tar Teres Tkach Tom Tret Tsar Tsym Tym Ulian Ust Vakul Vas Ver Vlas Vol Vor Vovk Yak Yar Yasen Yev Yurch Zab "
    "Zad Zah Zakh Zar "
    "Zhad Zhur Zin Zub",
    "enko chuk chenko iuk ych yk ets uk yshyn ovych evych skyi iv chak yna",
)
UKRAINIAN_GIRLS = words("""
Sofiia Anna Mariia Anastasiia Daria Viktoriia Yelyzaveta Polina Veronika Zlata Oleksandra Yuliia Kateryna Olha Olena Iryna
Nataliia Tetiana Svitlana Oksana Halyna Liudmyla Lesia Larysa Inna Alina Alla Angelina Bohdana Valeriia Valentyna Vasylyna
Vira Hanna Diana Dariia Emiliia Yeva Yevheniia Zoia Ivanna Ilona Karyna Kira Khrystyna Lidiia Liubov Liliia Maiia
Marharyta Maryna Marta Milana Myroslava Nadiia Nina Orysia Oryna Raisa Roksolana Ruslana Solomiia Snizhana Stanislava
Stefaniia Ulyana Uliana Yana Yaryna Yaroslava Elina Evelina
""")
UKRAINIAN_BOYS = words("""
Oleksandr Maksym Artem Dmytro Matvii Nazar Bohdan Mark Vladyslav Mykhailo Tymofii Davyd Danylo Ivan Denys Kyrylo Andrii
Mykola Yurii Volodymyr Serhii Oleksii Oleh Vasyl Viktor Vitalii Viacheslav Vadym Valerii Valentyn Stepan Stanislav
Sviatoslav Taras Tymur Yaroslav Yevhen Yehor Zakhar Zinovii Ihor Illia Kostiantyn Leonid Levko Lev Luka Markiian Myron
Myroslav Makar Nestor Orest Ostap Petro Pavlo Pylyp Roman Rostyslav Ruslan Semen Solomon Fedir Anatolii Anton Arsen
Arsenii Borys Bronislav Vsevolod Hennadii Hlib Hryhorii Eduard
""")
RUSSIAN_SURNAMES = words("""
Ivanov Smirnov Kuznetsov Popov Sokolov Lebedev Kozlov Novikov Morozov Petrov Volkov Solovyov Vasilyev Zaytsev Pavlov
Semyonov Golubev Vinogradov Bogdanov Vorobyov Fyodorov Mikhaylov Belyaev Tarasov Belov Komarov Orlov Kiselyov Makarov
Andreev Kovalev Ilyin Gusev Titov Kuzmin Kudryavtsev Baranov Kulikov Alekseev Stepanov Yakovlev Sorokin Sergeev Romanov
Zakharov Borisov Korolyov Gerasimov Ponomaryov
""")
RUSSIAN_TAIL = composed(
    "Abram Agaf Aksen Anis Arkhip Bazh Bel Bes Bobr Bul Byk Chern Chis Dem Dol Dor Dymsh Fil Fom Gav Gor Grach Gri Isa "
    "Kal Karp Kas Kly Kol "
    "Kond Kor Krasn Kruglov Lap Lar Log Luk Mal Mart Mas Med Mel Mir Mish Nab Naz Nik Os Pan Pest Plat Pot Prokh Rak Rod "
    "Rub Rus Ryab Sam "
    "Sav Sh Shar Sid Sit Sob Suv Tim Tik Tret Trof Tsvet Ul Us Ust Vlas Voron Yef Yud Zhar Zhuk Zim Zub Zver",
    "ov ev in kov nikov insky ovtsev",
)
RUSSIAN_GIRLS = words("""
Anastasia Sofia Maria Anna Viktoria Polina Elizaveta Ekaterina Ksenia Valeria Varvara Aleksandra Veronika Arina Alisa
Milana Daria Elena Olga Tatiana Natalia Irina Svetlana Yulia Yekaterina Ludmila Galina Nadezhda Oksana Larisa Lyubov
Marina Margarita Nina Tamara Vera Zhanna
""")
RUSSIAN_BOYS = words("""
Aleksandr Maksim Ivan Artyom Mikhail Dmitri Dmitry Daniil Kirill Andrei Andrey Yegor Ilya Aleksei Alexei Roman Sergei
Sergey Vladimir Yaroslav Timofei Nikolai Nikolay Pavel Konstantin Matvei Fyodor Georgy Yuri Viktor Vasily Grigory Igor
Oleg Boris Anatoly Evgeny Gleb
""")
BULGARIAN_SURNAMES = words("""
Ivanov Georgiev Dimitrov Petrov Nikolov Hristov Stoyanov Todorov Iliev Angelov Marinov Vasilev Atanasov Kolev Petkov
Stefanov Yordanov Popov Mihaylov Kostov Pavlov Simeonov Tsvetkov Aleksandrov Markov Dimov Mitev Yankov Penchev Asenov
Mladenov Rusev Hadzhiev Kovachev Boyanov Borisov Valchev Velikov Genchev Ganev Dobrev Donchev Zhelev Zlatev Kirilov
Krastev Lazarov Minchev Nedelchev Raykov Radev Slavov
""")
BULGARIAN_TAIL = composed(
    "Anast Bak Bal Ban Bel Bob Bog Boy Bran Bur Chak Chav Dach Dan Del Den Dink Dob Dra Gan Gav Gosp Grud Hadzh Ign Kal "
    "Kam Kar Kol Kon Kun "
    "Kuz Laz Mak Man Mar Mil Mir Nach Nayd Nen Pan Par Pen Pesh Rad Rak Rang Sab Sand Sav Slav Sot Spas Stan Tab Tan Ter "
    "Ton Trif Tsan Uz "
    "Vel Ven Vid Vlad Yan Yov Zah Zar Zdrav Zlat",
    "ev ov chev kov inov anov eliev",
)
BULGARIAN_GIRLS = words("""
Maria Viktoria Nikol Aleksandra Gabriela Raya Daria Sofia Yoana Simona Elena Ivana Desislava Kristina Tsvetelina Hristina
Ralitsa Gergana Petya Mariya Radka Snezhana Stefka Stanka Vanya Violeta Yordanka Zlatka Zornitsa Boyana Bilyana Borislava
Diana Emiliya Kalina Kremena
""")
BULGARIAN_BOYS = words("""
Georgi Aleksandar Martin Ivan Dimitar Nikola Daniel Kaloyan Viktor Boris Nikolay Hristo Stefan Petar Todor Plamen Krasimir
Stoyan Vasil Yordan Zhivko Rumen Asen Atanas Angel Anton Bogdan Boyan Borislav Valentin Ventsislav Veselin Vladimir Emil
Zdravko Iliya Kiril Konstantin Lyubomir Marin Mihail Milen Mladen Pavel Radoslav Rosen Simeon Slavcho Svetoslav Svilen
Tihomir Tsvetan Tsanko Yavor Yanko
""")
CZECH_SURNAMES = words("""
Novák Svoboda Novotný Dvořák Černý Procházka Kučera Veselý Horák Němec Pokorný Marek Pospíšil Hájek Jelínek Král Růžička
Beneš Fiala Sedláček Doležal Zeman Kolář Krejčí Navrátil Čermák Urban Vaněk Blažek Kříž Kovář Bartoš Vlček Kopecký Musil
Šimek Konečný Malý Holub Horváth Kováč Varga Tóth Nagy Baláž Molnár Lukáč Oláh Hudák Gajdoš Polák Šimko Krajčír Gábor Bílý
Lakatoš Danko Ferenc Žiga Čonka
""")
CZECH_TAIL = composed(
    "Bab Bar Bed Ber Bíl Boh Bou Brož Bur Cib Čech Dol Dou Dra Duš Fil Han Hav Hla Hol Hor Hrd Hru Chal Jan Jed Jir Kad "
    "Kal Kas Klí Kob Koh "
    "Kol Kou Kra Kro Kub Lan Leb Lin Lou Mach Mal Maš Mat Mik Mol Mor Mot Ned Nov Ond Pav Pech Pel Per Pet Pil Pol Pro "
    "Řeh Rou Sed Ská Slá "
    "Sme Sou Sta Stra Suk Šeb Šim Škr Šou Štěp Tes Tich Tom Tr Uhl Vac Val Vav Vít Vlk Voj Vrá Zah Zel Žá",
    "ek ka ec áček íček ník ný ský an oň",
)
CZECH_GIRLS = words("""
Eliška Tereza Anna Adéla Natálie Sofie Viktorie Karolína Kristýna Barbora Lucie Kateřina Veronika Petra Jana Eva Hana
Lenka Zuzana Martina Michaela Nikola Markéta Monika Alžběta Andrea Božena Dominika Ema Gabriela Helena Ivana Jitka Klára
Květa Laura Ludmila Marie Naďa Nela
""")
CZECH_BOYS = words("""
Jakub Jan Tomáš Matyáš Adam Vojtěch Ondřej Filip Lukáš Matěj Daniel David Dominik Petr Pavel Martin Jiří Jaroslav Miroslav
Zdeněk Václav Michal František Josef Karel Milan Roman Radek Aleš Antonín Bohumil Dušan Eduard Igor Ivan Juraj Kryštof
Ladislav Marek Marián Matúš Patrik Peter Rastislav Richard Samuel Šimon Štefan Štěpán Tibor Viliam Vladimír Vlastimil Vít
""")
BALTIC_SURNAMES = words("""
Kazlauskas Petrauskas Jankauskas Stankevičius Vasiliauskas Butkus Žukauskas Paulauskas Urbonas Kavaliauskas Ramanauskas
Navickas Balčiūnas Bērziņš Kalniņš Ozoliņš Jansons Ozols Liepiņš Krūmiņš Balodis Eglītis Zariņš Pētersons Vītols Kļaviņš
Kārkliņš Vanags Šmits Sproģis Mažeika Adomaitis Rimkus Šimkus Gintautas Baranauskas Sakalauskas Černiauskas Grigas Mockus
Kubilius Žilinskas Norkus Bagdonas Žemaitis
""")
BALTIC_TAIL = composed(
    "Adam And Ast Bal Ban Bart Ber Biel Bud Dag Daug Dir Dob Gail Ged Gri Gud Jak Jan Jas Juod Jur Kair Kal Kar Kaz Kel "
    "Kir Klim Kuč Kur Lapi "
    "Laur Leo Luk Mac Mal Mar Mat Mic Mil Nar Nor Pal Pau Petr Poc Rad Rai Ram Rat Rin Rud Sab Sav Ser Sid Stan Stul Šal "
    "Šar Šer Tam Tom "
    "Urb Vai Val Ven Vil Vis Zab Zar Žil Žv",
    "auskas evičius ūnas aitis onis ėnas iņš enieks ītis ulis",
)
BALTIC_GIRLS = words("""
Emilija Liepa Sofija Gabija Lėja Luknė Ugnė Austėja Urtė Kamilė Viltė Ieva Goda Rūta Eglė Aistė Agnė Rasa Jurgita Daiva
Inga Kristina Laima Marta Anna Alise Elza Paula Evelīna Līga Ilze Inese Anita Dace Kristīne Zane Sanita Žaneta Simona
Milda Miglė Monika Vaida Vilma Živilė
""")
BALTIC_BOYS = words("""
Jonas Matas Lukas Nojus Dominykas Benas Jokūbas Kajus Domas Herkus Adomas Tomas Mindaugas Gediminas Vytautas Andrius
Darius Marius Mantas Roberts Gustavs Markuss Jēkabs Emīls Kristaps Artūrs Jānis Andris Juris Edgars Māris Aivars Valdis
Guntis Raimonds Kārlis Pēteris Šarūnas Žygimantas Žydrūnas Rokas Paulius Aurimas Arvydas Algirdas Kęstutis Linas Povilas
Ričardas Saulius Tadas Valdas Viktoras
""")

COMMUNITIES = (
    Community("polish", 6, "WOTH", POLISH_SURNAMES, POLISH_GIRLS, POLISH_BOYS, tail=POLISH_TAIL, tail_share=0.4, custom="ski"),
    Community(
        "ukrainian",
        2,
        "WOTH",
        UKRAINIAN_SURNAMES,
        UKRAINIAN_GIRLS,
        UKRAINIAN_BOYS,
        tail=UKRAINIAN_TAIL,
        tail_share=0.45,
        middle=0.0,
    ),
    Community(
        "russian",
        0.5,
        "WOTH",
        RUSSIAN_SURNAMES,
        RUSSIAN_GIRLS,
        RUSSIAN_BOYS,
        tail=RUSSIAN_TAIL,
        tail_share=0.4,
        custom="ova",
        middle=0.0,
    ),
    Community(
        "bulgarian",
        0.7,
        "WOTH",
        BULGARIAN_SURNAMES,
        BULGARIAN_GIRLS,
        BULGARIAN_BOYS,
        tail=BULGARIAN_TAIL,
        tail_share=0.35,
        custom="ova",
        middle=0.1,
    ),
    Community(
        "czech", 0.9, "WOTH", CZECH_SURNAMES, CZECH_GIRLS, CZECH_BOYS, tail=CZECH_TAIL, tail_share=0.35, custom="czech", middle=0.05
    ),
    Community("baltic", 0.8, "WOTH", BALTIC_SURNAMES, BALTIC_GIRLS, BALTIC_BOYS, tail=BALTIC_TAIL, tail_share=0.4, middle=0.05),
)
