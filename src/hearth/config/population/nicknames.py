"""What people are called: a formal name and its short and pet forms. Test material; the search has a table of its own."""

_TABLE = """
Abigail: Abbie Abby Gail
Adebayo: Bayo
Adelaide: Addie Heidi
Agnieszka: Aga Agusia
Aidan: Aidy
Alan: Al
Albert: Bert Bertie Albie
Aleksander: Olek Alek
Aleksandra: Ola Olka
Alexander: Alex Sandy Xander Lex Sasha
Alexandra: Alex Sandra Lexi Sasha
Alfred: Alf Alfie Fred
Alice: Ali Allie
Alison: Ali Allie
Amanda: Mandy Amy
Amelia: Millie Amy Mia
Anastasia: Nastya Stacey Ana
Anastasiia: Nastya Asya
Andrea: Andie Drea
Andrew: Andy Drew
Andrii: Andriyko
Andrzej: Jędrek
Angela: Angie Ange
Ann: Annie Nan
Anna: Ania Annie
Anthony: Tony Ant
Antoni: Antek Tosiek
Arthur: Art Artie
Barbara: Barb Babs Basia
Bartosz: Bartek
Beatrice: Bea Trixie
Benjamin: Ben Benji Benny
Bernadette: Bernie Detta
Bernard: Bernie
Bethany: Beth
Bohdan: Danko
Bradley: Brad
Brian: Bri
Bridget: Biddy Bridie
Cameron: Cam
Carolina: Carol Lina
Caroline: Caro Carrie
Catherine: Cath Cathy Kate Katie Kitty
Cathleen: Cath
Charles: Charlie Chas Chuck
Charlotte: Charlie Lottie Lotte
Chiamaka: Amaka
Chidinma: Dinma
Christina: Chris Tina Chrissie
Christine: Chris Chrissie Tina
Christopher: Chris Kit Topher
Chukwuemeka: Emeka
Cynthia: Cindy
Daniel: Dan Danny
Danielle: Dani Dannie
Danylo: Danya
Daria: Dasha
David: Dave Davey Davy
Dawid: Dawidek
Deborah: Deb Debbie
Dennis: Den Denny
Diana: Di
Dmytro: Dima Mytro
Dominic: Dom
Donald: Don Donny
Dorothy: Dot Dottie Dolly
Douglas: Doug Dougie
Edward: Ed Eddie Ted Teddy Ned
Edwin: Ed Eddie
Eleanor: Ellie Nell Nora
Elizabeth: Liz Lizzie Beth Betty Eliza Libby Lisa Betsy
Elżbieta: Ela Elka
Emily: Em Emmy Millie
Emma: Em Emmy
Emmanuel: Manny Emma
Eniola: Eni
Ewa: Ewunia
Fatima: Fati
Fatoumata: Fatou
Faith: Fay
Florence: Flo Flossie Florrie
Frances: Fran Frankie
Francis: Frank Frankie
Franciszek: Franek
Frederick: Fred Freddie Freddy
Gabriel: Gabe
Gabriela: Gabi
Gareth: Gaz Gary
Geoffrey: Geoff
George: Georgie
Georgia: Georgie
Georgina: Georgie Gina
Gerald: Gerry
Gerard: Gerry
Gillian: Gill Jill
Grzegorz: Grzesiek Grzesio
Gurpreet: Gurp Preet
Hannah: Han
Harold: Harry Hal
Harpreet: Harp
Harriet: Hattie Harri
Helena: Lena Hela
Henry: Harry Hal Hank
Ifeoma: Ify
Ikechukwu: Ike
Imogen: Immy
Iryna: Ira
Isaac: Zac Ike
Isabella: Bella Izzy Isa
Isabelle: Izzy Belle Bella
Isobel: Izzy Issy
Jacob: Jake Cobi
Jacqueline: Jackie Jacqui
Jakub: Kuba Kubuś
James: Jim Jimmy Jamie
Jan: Janek Jaś
Janet: Jan
Jasmine: Jas Jazz
Jaspreet: Jas
Jennifer: Jen Jenny
Jeremy: Jez Jerry
Jessica: Jess Jessie
Joan: Joanie
Joanna: Asia Jo
Joanne: Jo
John: Jack Johnny Jon
Jonathan: Jon Jonny
Joseph: Joe Joey
Josephine: Jo Josie
Joshua: Josh
Judith: Judy Jude
Julia: Jules
Kamil: Kamilek
Kacper: Kacperek
Karolina: Karola
Katarzyna: Kasia Kaśka
Kateryna: Katya Katia
Katherine: Kath Kate Katie Kathy Kat Kitty
Kathleen: Kath Kathy Kay
Kathryn: Kath Kate Katie
Kayleigh: Kay
Kehinde: Kenny
Kenneth: Ken Kenny
Kevin: Kev
Khadija: Dija
Kimberley: Kim Kimmy
Krzysztof: Krzysiek Krzyś
Laura: Lol Lauren
Lauren: Loz
Lawrence: Larry Laurie
Leonard: Len Lenny
Lewis: Lew
Lillian: Lily Lil
Louis: Lou
Louise: Lou Lulu
Lucy: Lu Lulu
Łucja: Lusia
Łukasz: Łukaszek
Maciej: Maciek
Madison: Maddie
Maddison: Maddie
Magdalena: Magda Madzia
Maisie: Mais
Maja: Majka
Małgorzata: Gosia Małgosia
Mandeep: Mandy
Margaret: Maggie Meg Peggy Marge Madge Greta
Maria: Marysia Mia Mitzi
Mariam: Mari
Mariia: Masha Marichka
Martin: Marty
Mary: Molly Polly May
Maryam: Mary
Mateusz: Mati
Matilda: Tilly Mattie Tilda
Matthew: Matt Matty
Maureen: Mo
Maxwell: Max
Megan: Meg
Melanie: Mel
Melissa: Mel Missy
Michael: Mike Mick Mickey Mikey
Michał: Michałek
Michelle: Shell Chelle
Mikołaj: Miki
Mohammed: Mo Hammy
Muhammad: Mo
Mohamed: Mo Moe
Mykhailo: Misha Mykhas
Mykola: Kolya
Natalia: Nat Talia
Natalie: Nat
Nathan: Nate Nath
Nathaniel: Nat Nate
Nicholas: Nick Nicky Nico
Nicola: Nicky Nic
Nicole: Nicky Nic
Oleksandr: Sasha Sashko
Oleksandra: Lesia
Olena: Lena
Olha: Olya
Oliver: Ollie Olly
Olivia: Liv Livvy Livia
Oluwaseun: Seun
Oluwatobi: Tobi
Oluwadamilola: Dami
Oyinkansola: Oyin
Olumide: Mide
Pamela: Pam
Patricia: Pat Patsy Tricia Trish
Patrick: Pat Paddy Rick
Patrycja: Patka
Paweł: Pawełek
Penelope: Penny Pen
Peter: Pete
Philip: Phil Pip
Piotr: Piotrek Piotruś
Precious: Presh
Priyanka: Priya
Przemysław: Przemek
Rachel: Rach Rae
Raymond: Ray
Rebecca: Becky Becca Bex
Reginald: Reg Reggie
Richard: Rick Dick Richie Rich
Robert: Rob Bob Bobby Robbie Bert
Roderick: Rod Roddy
Roger: Rodge
Ronald: Ron Ronnie
Rosalie: Rosie
Rosemary: Rosie Rose
Russell: Russ
Samantha: Sam Sammy
Samuel: Sam Sammy
Sandra: Sandy
Sarah: Sally Sadie
Sebastian: Seb Bas
Serhii: Seryozha
Sharon: Shaz
Simranjit: Simran
Sofia: Sofi
Sofiia: Sonya
Sophia: Soph
Sophie: Soph
Stanisław: Staszek Staś
Stephanie: Steph Stevie
Stephen: Steve Stevie
Steven: Steve
Stuart: Stu
Susan: Sue Susie Suzie
Svitlana: Sveta
Szymon: Szymek
Tabitha: Tabby
Temitope: Temi Tope
Terence: Terry
Tetiana: Tanya
Thaddeus: Tad
Theodore: Theo Ted Teddy
Theresa: Terry Tess Tessa
Thomas: Tom Tommy
Timothy: Tim Timmy
Tolulope: Tolu
Tomasz: Tomek
Tymofii: Tymko
Uchechukwu: Uche
Valentina: Tina Val
Valerie: Val
Vanessa: Nessa
Victoria: Vicky Tori Vix
Viktoriia: Vika
Vincent: Vince Vinny
Violet: Vi
Volodymyr: Vova Volodya
Walter: Wally Walt
Wendy: Wend
Wiktoria: Wika
William: Will Bill Billy Willy Liam
Wojciech: Wojtek Wojtuś
Yelyzaveta: Liza
Yevhen: Zhenya
Yetunde: Yetty
Yuliia: Yulia Yulya
Zachary: Zac Zach Zack
Zainab: Zee
Zofia: Zosia
Zuzanna: Zuzia Zuza
Abdullahi: Abdi
Abdirahman: Abdi
Alexandru: Alex Sandu
Gheorghe: Gigi Ghiță
Ioan: Nelu
Constantin: Costel
Elena: Lenuța
Dumitru: Mitică
Francisco: Paco Chico
José: Pepe Zé
Antonio: Toni Toño
Giuseppe: Peppe Beppe
Francesca: Franci
István: Pisti
László: Laci
Erzsébet: Erzsi Bözsi
Sándor: Sanyi
Mehmet: Memo
Mustafa: Musti
Ibrahim: Ibby
Yusuf: Yus
Siobhán: Shiv
Sinéad: Shin
Padraig: Paddy
Pádraig: Paddy Podge
Seán: Shay
Caoimhe: Keevs
Dafydd: Dai Taff
Gwenllian: Gwen Gwenni
Catrin: Cati Cadi
Rhiannon: Rhi
Angharad: Haz
Llewelyn: Lyn Llew
Alasdair: Ally Al
Catriona: Cat Triona
Eilidh: Eils
Kirsten: Kirsty
"""


def _read(table: str) -> dict[str, tuple[str, ...]]:
    rows = (line.split(":") for line in table.strip().splitlines())
    return {formal.strip(): tuple(short.split()) for formal, short in rows}


NICKNAMES = _read(_TABLE)
"""Formal name to what people make of it."""


def half(part: str) -> dict[str, tuple[str, ...]]:
    """The half of the table that the part may use: every other formal name, "tuning" or "reported"."""
    first = 0 if part == "tuning" else 1
    return dict(list(NICKNAMES.items())[first::2])
