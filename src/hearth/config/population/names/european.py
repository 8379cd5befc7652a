"""Names of Romania, Portugal, Spain, Italy, Hungary, Albania, Greece, Turkey, and of French and German speakers."""

from hearth.config.population.community import Community, composed, words

ROMANIAN_SURNAMES = words("""
Popa Popescu Ionescu Pop Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Rusu Constantin Marin Dinu Lazăr Dumitrescu
Nistor Florea Munteanu Stănescu Tudor Moldovan Ene Barbu Mihai Diaconu Ungureanu Ilie Oprea Sandu Vasile Cojocaru Mureșan
Toma Nicolae Bălan Petrescu Marinescu Manea Preda Avram Anghel Bucur Chiriac Cristea Dobre Dragomir Drăgan Enache Filip
Georgescu Grigore Ivan Lungu Lupu Mocanu Năstase Neagu Olteanu Păun Pavel Rotaru Sârbu Șerban Simion Stanciu Tănase Țîrlea
Văduva Voicu Zamfir Bogdan Crăciun Iordache Vlad Albu Ardelean Bratu Călin Costache Damian Dănilă Fodor Gavrilă Ghiță
Iancu Luca Manole Mitrea Moraru Negru Niculescu Nițu Pană Pârvu
""")
ROMANIAN_TAIL = composed(
    "Alb And Ang Ard Arg Băd Băl Ban Barb Băs Bob Bog Bol Bor Brăd Brat Buc Bur Câmp Căl Car Cer Chir Ciob Coj Cor Cost "
    "Crist Dăn Dob Drăg "
    "Dum Fil Flor Gav Ghe Goga Grig Hăr Iliu Ion Iord Laz Lup Man Măr Mih Mir Mol Mor Mun Năs Neg Nic Olt Opr Pan Pâr Pet "
    "Pop Pred Rad "
    "Răd Rot Rus Săv Sim Stăn Stoi Sturz Șer Șt Tăn Teod Tom Trif Tud Țăr Urs Vas Văc Vel Vis Vlăd Voi Zam",
    "escu eanu oiu aru ean uță ică an eș lea u iu",
)
ROMANIAN_GIRLS = words("""
Maria Andreea Ioana Elena Alexandra Sofia Antonia Ana Daria Anastasia Ștefania Gabriela Cristina Mihaela Bianca Denisa
Diana Raluca Roxana Simona Teodora Theodora Larisa Larissa Adina Alina Amalia Anca Carmen Cătălina Claudia Corina Cosmina
Crina Delia Doina Ecaterina Emilia Eva Florentina Florica Georgiana Ileana Ilinca Iulia Izabela Lavinia Loredana Luminița
Mădălina Mărioara Mirela Monica Narcisa Natalia Oana
""")
ROMANIAN_BOYS = words("""
David Andrei Matei Ștefan Luca Alexandru Gabriel Ionuț Mihai Darius Cristian Florin Ion Ioan Gheorghe Nicolae Vasile
Constantin Marian Adrian Bogdan Cătălin Călin Ciprian Claudiu Cosmin Costel Dan Daniel Denis Dinu Dorin Dragoș Dumitru
Eduard Emil Eric Eugen Fabian Felix Flavius George Horia Iacob Iosif Iulian Iustin Laurențiu Leonard Liviu Lucian Marius
Mircea Nelu Octavian Ovidiu Petre Petru Răzvan Radu Robert Rareș Remus Sebastian Sergiu Silviu Sorin Teodor Tiberiu Toma
Traian Tudor Valentin Vicențiu Victor Vlad Virgil
""")
PORTUGUESE_SURNAMES = words("""
Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus Sousa Fernandes Gonçalves Gomes Lopes Marques Alves
Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso Rocha Raposo Neves
Coelho Cruz Cunha Pires Ramos Reis Simões Antunes Matos Fonseca Machado Araújo Barbosa Tavares Lourenço Castro Figueiredo
Azevedo da_Silva dos_Santos de_Sousa da_Costa Freitas Brito Barros Faria Borges Guerreiro Henriques Magalhães Miranda
Morais Nascimento Nogueira Pacheco Paiva Peixoto Pinheiro Queirós
""")
SPANISH_SURNAMES = words("""
García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Hernández Ruiz Díaz Moreno Muñoz
Álvarez Romero Gutiérrez Alonso Navarro Torres Domínguez Ramos Vázquez Ramírez Gil Serrano Morales Molina Blanco Suárez
Castro Ortega Delgado Ortiz Marín Rubio Núñez Medina Sanz Castillo Iglesias Cortés Garrido Santos Guerrero Lozano Cano
Cruz Méndez Flores Prieto Herrera Peña León Márquez Quispe Mamani Vargas Rojas Ríos Salazar Aguilar Ordóñez Ibáñez Zúñiga
Bolívar Restrepo Ospina Giraldo Cárdenas Londoño Arango
""")
IBERIAN_TAIL = composed(
    "Ab Agu Alb Alm Amar And Ara Arr Bal Bar Ben Bor Brag Cab Cal Cam Car Cas Cast Cer Cord Cor Dom Dur Esp Est Fal Far "
    "Fig Font Gal Gar "
    "God Gran Guer Her Lag Lar Lem Lim Lob Mach Mad Mal Mar Mat Mend Mir Mon Mor Mou Nav Nor Oliv Pal Par Ped Pen Per Pim "
    "Por Qued Quin "
    "Ram Reb Res Rib Riv Rod Sal San Sar Sea Sep Ser Sob Tab Tav Tor Tri Val Var Vas Vel Ver Vid Vil",
    "ado al eira eiro illa illo enes ejo inho osa oso ada ares anes ero era",
)
IBERIAN_GIRLS = words("""
Maria María Matilde Leonor Carolina Beatriz Mariana Ana Francisca Inês Inés Lara Madalena Margarida Sofia Sofía Lucía
Martina Paula Julia Daniela Valeria Alba Emma Carla Sara Carmen Valentina Valéria Catarina Joana Rita Teresa Isabel Luísa
Luisa Helena Fátima Conceição Graça Rosário Lurdes Cristina Patrícia Sandra Sónia Susana Vânia Raquel Filipa Andreia
Constança Benedita Camila Ximena Guadalupe Itziar Nerea Noelia Pilar Rocío Consuelo Dolores Encarnación Esperanza Soledad
Mercedes Montserrat Begoña Aránzazu Araceli Yolanda
""")
IBERIAN_BOYS = words("""
João Francisco Afonso Tomás Duarte Martim Rodrigo Santiago Gabriel Miguel Guilherme Gonçalo Pedro Lourenço Salvador
Vicente José Manuel António Antonio Carlos Luís Luis Paulo Rui Nuno Jorge Ricardo Tiago Hugo Bruno Diogo Diego Filipe
André Vasco Simão Mateo Mateus Matías Lucas Leo Daniel Alejandro Manuel Pablo Álvaro Adrián David Mario Enzo Marcos Javier
Sergio Iker Raúl Rubén Óscar Iván Víctor Joaquín Andrés Fernando Rafael Ángel Jesús Juan Ramón Joaquim Joel Henrique Fábio
Flávio Edson Wellington Wanderley Thiago Caio Vinícius
""")
ITALIAN_SURNAMES = words("""
Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca Mancini Costa Giordano
Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile
Martinelli Vitale Lombardo Serra Coppola De_Santis D'Angelo D'Amico D'Agostino Di_Marco Di_Stefano Dell'Aquila Marchetti
Parisi Villa Conte Ferraro Fabbri Bianco Marini Grasso
""")
ITALIAN_TAIL = composed(
    "Al Am An Ar Bal Bar Bas Bel Ben Ber Bert Bon Bor Bos Bran Cal Cam Can Cap Car Cas Cat Cer Col Cor Cos Dam Don Fal "
    "Far Fer Fil For Fran Gab "
    "Gal Gar Gas Ghi Gia Gri Gual Lan Lor Luc Mac Mal Man Mar Mas Maz Mil Mon Mor Nap Pac Pal Pan Pas Pel Per Pez Pin Pol "
    "Por Rav Ric Riv Rom "
    "Sab Sal San Sar Sca Ser Spa Tar Tom Tor Tra Val Ven Ver Vil Zan Zu",
    "etti ini elli otti one ucci aro ese ato acci olo anni asso",
)
ITALIAN_GIRLS = words("""
Sofia Aurora Giulia Ginevra Beatrice Alice Vittoria Emma Ludovica Matilde Giorgia Chiara Anna Bianca Martina Francesca
Elisa Elena Federica Ilaria Silvia Valentina Paola Laura Alessandra Simona Roberta Antonella Rosa Giuseppina Angela
Giovanna Lucia Caterina Concetta Carmela
""")
ITALIAN_BOYS = words("""
Leonardo Francesco Tommaso Edoardo Alessandro Lorenzo Mattia Gabriele Riccardo Andrea Matteo Giuseppe Antonio Giovanni
Luigi Mario Marco Luca Stefano Roberto Paolo Salvatore Vincenzo Pietro Davide Federico Simone Niccolò Filippo Giacomo
Michele Nicola Emanuele Massimo Fabio
""")
HUNGARIAN_SURNAMES = words("""
Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Farkas Balogh Papp Takács Juhász Lakatos Mészáros Oláh Simon Rácz
Fekete Szilágyi Török Fehér Balázs Gál Kis Szűcs Kocsis Orsós Pintér Fodor Szalai Sipos Magyar Lukács Gulyás Bíró Király
László Bogdán Balog Katona Jakab Sándor Boros Váradi Fazekas Kelemen Antal Somogyi Fülöp Orosz Vincze Veres Hegedűs Deák
Budai Pap Bálint Pál Illés Vass Szőke Vörös
""")
HUNGARIAN_GIRLS = words("""
Hanna Anna Zoé Léna Luca Emma Olívia Boglárka Lili Nóra Lara Mira Zsófia Zsuzsanna Erzsébet Ilona Katalin Éva Mária Margit
Judit Ágnes Andrea Ildikó Erika Krisztina Mónika Edit Gabriella Szilvia Anikó Tímea Viktória Csilla Réka Dóra Eszter
Orsolya Petra Fruzsina Kinga
""")
HUNGARIAN_BOYS = words("""
Bence Dominik Levente Máté Noel Marcell Dániel Olivér Ádám Zalán Dávid Botond László István József János Zoltán Sándor
Gábor Ferenc Attila Péter Tamás Zsolt Tibor András Csaba Imre Lajos György Balázs Gyula Mihály Róbert Krisztián Norbert
Béla Ákos Árpád Benedek Kristóf Zsombor
""")
ALBANIAN_SURNAMES = words("""
Hoxha Prifti Shehu Dervishi Bega Kola Gjoni Marku Leka Deda Krasniqi Gashi Berisha Morina Shala Bytyqi Hasani Kastrati
Hoti Kryeziu Rexhepi Zeqiri Thaçi Haziri Ahmeti Osmani Mustafa Sadiku Ramadani Halili Xhaferi Çela Dushku Basha Rama Gjika
Lleshi Ndoka Përvathi Toska Zogu
""")
ALBANIAN_TAIL = composed(
    "Aga Ali Bal Bard Bek Bel Bra Bush Çak Dau Dem Dod Du Elez Fer Gac Gje Gjin Haj Hal Has Him Hys Ibra Ism Ja Ka Kam "
    "Kel Koc Kuk La Li Lu "
    "Mal Meh Mem Men Met Mu Mur Nik Os Pa Pe Pje Preç Qe Ra Rus Sa Sel She Sin Spa Sul Ta Ter Uk Ve Vuk Xhe Ya Za Zen",
    "aj i ani iri ili ushi oshi imi emi dini xhiu llari",
)
ALBANIAN_GIRLS = words("""
Amelia Ajla Melisa Ambra Sara Klea Dea Noemi Era Arta Besa Blerta Drita Elira Erblina Fatbardha Fjolla Flutura Gentiana
Jehona Kaltrina Liridona Lule Majlinda Mimoza Mirela Rina Shpresa Teuta Valbona Vjollca Valmira Xheni Zana Afërdita Albana
Anisa Arjeta Donjeta
""")
ALBANIAN_BOYS = words("""
Noel Ardit Arben Agim Agron Alban Arber Artan Bardhyl Bashkim Besnik Besim Blerim Burim Dardan Dritan Edon Enver Erion
Fatmir Fatos Flamur Gazmend Genc Gezim Ilir Kujtim Leart Liridon Luan Lulzim Naim Petrit Rinor Shkëlzen Skënder Valon
Visar Xhevdet Ylli Zef Gjergj Klajdi
""")
TURKISH_SURNAMES = words("""
Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan
Şimşek Polat Korkmaz Özcan Çakır Erdoğan Yavuz Can Acar Aktaş Erdem Tekin Güneş Bulut Kaplan Avcı Ateş Işık Uçar Toprak
Güler Karaca Sönmez Taş Ünal Turan
""")
TURKISH_TAIL = composed(
    "Ak Alp Altın Ay Bal Baş Bay Bil Boz Cev Çak Dağ De Dem Deniz Doğ Er Gök Gül Gün Ka Kan Kara Kır Kızıl Koca Kor Kut "
    "Öz Sarı Soy Şen Tan "
    "Taş Tek Tok Tur Uç Uğur Yal Yaş Yel Yurt",
    "baş bulut can dağ demir doğan er gül kaya kan kurt man oğlu soy su taş tekin tepe türk yıldız yurt lı maz er",
)
TURKISH_GIRLS = words("""
Zeynep Elif Defne Asel Asya Azra Nehir Eylül Ecrin Ayşe Fatma Emine Hatice Merve Esra Büşra Kübra Özlem Sevgi Gül Gülay
Gülşen Çiğdem Derya Ebru Filiz Hülya İpek Kader Leyla Melek Meryem Nesrin Nur Pınar Sibel Şeyma Şule Tuğba Yasemin Yıldız
Zehra Dilan Berfin Rojin Zilan
""")
TURKISH_BOYS = words("""
Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Emre Eymen Alparslan Göktuğ Kerem Miraç Çınar
Emir Deniz Efe Burak Barış Can Cem Cemal Ercan Erdal Erhan Ferhat Furkan Gökhan Hakan Halil Kemal Mahmut Metin Okan Onur
Orhan Ozan Özgür Recep Ramazan Salih Serkan Sinan Süleyman Şükrü Tolga Turgut Tuncay Uğur Umut Ümit Volkan Yaşar Yiğit
Baran Welat Azad Serhat Rojhat Dilovan
""")
FRENCH_SURNAMES = words("""
Martin Bernard Dubois Durand Moreau Laurent Simon Michel Lefèvre Leroy Roux David Bertrand Morel Fournier Girard Bonnet
Dupont Lambert Müller Schmidt Schneider Fischer Weber Meyer Wagner Schäfer Becker Schröder Koch Bauer Krüger Köhler Böhm
Groß Weiß Jäger Günther Kühn de_la_Cruz de_Groot van_Dijk van_den_Berg de_Jong Jansen Bakker Visser Björk Sørensen
Jørgensen Håkansson Åkesson Sjöberg Nyström Papadopoulos Georgiou Christodoulou Constantinou Ioannou Charalambous Nicolaou
Pappas Demetriou Antoniou Hadjigeorgiou Kyriacou Andreou Borg Camilleri Vella Farrugia Zammit Micallef Grech Attard Cassar
Caruana Xuereb Sciberras Buttigieg
""")
FRENCH_GIRLS = words("""
Chloé Léa Manon Camille Inès Élodie Amélie Céline Hélène Hélena Zoé Margaux Éloïse Noémie Sylvie Françoise Geneviève
Thérèse Anaïs Maëlys Katja Jürgen-Anne Anneliese Grete Heike Jana Käthe Lieselotte Sabine Ursula Ingrid Astrid Sigrid Saga
Eleni Despina Androulla Maria Sofia Panayiota Chrystalla Kyriaki Stavroula Georgia Vasiliki Ioanna Christina Marieke Femke
Sanne Anouk
""")
FRENCH_BOYS = words("""
Théo Léo Raphaël Gabriel Hugo Jules Lucas Louis Adam Maël Noé Étienne François Frédéric Grégoire Jérôme Rémi Sébastien
Stéphane Thierry Jürgen Jörg Günter Wolfgang Matthias Lukas Felix Jonas Finn Paul Björn Søren Lars Nils Åke Pieter Jan
Willem Sven Andreas Georgios Yiannis Nikos Kostas Panayiotis Stavros Christos Dimitris Vasilis Kyriacos Petros Spyros
Michalis Theodoros Loizos Antonis
""")

COMMUNITIES = (
    Community(
        "romanian", 4, "WOTH", ROMANIAN_SURNAMES, ROMANIAN_GIRLS, ROMANIAN_BOYS, tail=ROMANIAN_TAIL, tail_share=0.4, middle=0.5
    ),
    Community(
        "portuguese",
        1,
        "WOTH",
        PORTUGUESE_SURNAMES,
        IBERIAN_GIRLS,
        IBERIAN_BOYS,
        tail=IBERIAN_TAIL,
        tail_share=0.25,
        custom="iberian",
        middle=0.3,
    ),
    Community(
        "spanish",
        0.8,
        "WOTH",
        SPANISH_SURNAMES,
        IBERIAN_GIRLS,
        IBERIAN_BOYS,
        tail=IBERIAN_TAIL,
        tail_share=0.25,
        custom="iberian",
        middle=0.3,
    ),
    Community(
        "italian", 0.7, "WOTH", ITALIAN_SURNAMES, ITALIAN_GIRLS, ITALIAN_BOYS, tail=ITALIAN_TAIL, tail_share=0.5, middle=0.15
    ),
    Community("hungarian", 0.5, "WOTH", HUNGARIAN_SURNAMES, HUNGARIAN_GIRLS, HUNGARIAN_BOYS, middle=0.1),
    Community(
        "albanian", 0.8, "WOTH", ALBANIAN_SURNAMES, ALBANIAN_GIRLS, ALBANIAN_BOYS, tail=ALBANIAN_TAIL, tail_share=0.4, middle=0.02
    ),
    Community("turkish", 1, "WOTH", TURKISH_SURNAMES, TURKISH_GIRLS, TURKISH_BOYS, tail=TURKISH_TAIL, tail_share=0.45, middle=0.1),
    Community("continental", 0.8, "WOTH", FRENCH_SURNAMES, FRENCH_GIRLS, FRENCH_BOYS, middle=0.3),
)
