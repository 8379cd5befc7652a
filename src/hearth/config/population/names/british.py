"""Names of England, Wales, Scotland and Ireland, and of families from the Caribbean."""

from hearth.config.population.community import Community, composed, words

ENGLISH_SURNAMES = words("""
Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall
Wood Jackson Clarke Clark Thomas Harris Lewis Harrison Cooper Ward Turner Martin Hill Moore Morris King Watson Baker Allen
Anderson Lee Parker Bennett Young Cook Shaw Carter Richardson Bailey Collins Bell Cox Miller Adams Marshall Webb Mitchell
Phillips Richards Simpson Ellis Mills Chapman Rogers Hunt Palmer Knight Holmes Stevens Barker Fletcher Barnes Butler
Gibson Dixon Rose Harvey Pearson Lloyd Foster Matthews Fisher Graham Andrews Powell Mason West Saunders Payne Brooks Dean
Bradley Stone Day Fox Cole Wells Burton Spencer Page Hawkins Reynolds Francis Gardner Stephens Rowe Bird Hart Hayes
Barrett Newman Berry Lawrence Carr Burns Perry Oliver Webster Porter Hunter Atkinson Cunningham Wallis Jenkins Long
Elliott Warren Bishop Woods Nicholson Woodward Black Hudson Bates Hopkins Lane Lowe Harding Parsons Cross Walsh Ford
Jordan Grant Gregory Fuller Bull Riley Pearce Greenwood Nash Gibbs Lawson Curtis Wheeler Armstrong Peters Dawson Reeves
Sutton Goodwin Poole Potter Austin Wilkinson Higgins Cartwright Sharp Sharpe Hewitt Coleman Barton Hobbs Norris Frost
Buckley Bentley Kent Sanders Nelson Hicks Booth Lambert Norman Freeman Dunn Watkins Coates Moss Chambers Dodd Harper Bond
Tucker Marsh Bolton Abbott Todd Blake Burgess Rhodes Hammond Hodgson Humphreys Sheppard Shepherd Parry Leach Weaver Mellor
Fowler Read Reed Reid Stanley Doherty Bryant Holland Rees Cooke Kirby Lucas Barlow Wilkins Griffin Crawford Hardy Gough
Summers Slater Wade Randall Cameron Baldwin Holt Conway Walton Hancock Brookes Franklin Nixon Barber Jennings Kemp Davison
Brady Benson Ball Howard Gilbert Osborne Arnold Pratt Skinner Yates Talbot Field Fields Lynch Nicholls Lamb Whittaker
Sinclair Daniels Robson Charlton Dobson Ryan Farrell Cole Blackburn Howe Holloway Hooper Howell Hughes Potts Quinn Bourne
Sykes Atkins Steele Noble Bowen Bartlett Cope Preston Hurst Goddard Whitehead Bradshaw Sheldon Farmer Hutchinson
Hargreaves Brennan Woodhouse Perkins Faulkner Middleton Lord Horton Vincent Sherwood Glover Thornton Bowden Kirk Lister
Gill Garner Bruce Swift Stanton Waters Connolly Chadwick Birch Peacock Hyde Gallagher Heath Archer Herbert Finch Ashton
Morton Millar Ingram Weston Bush Boyle Drew Pickering Cooke Dyer Haynes Heywood Owens Rowley Metcalfe Lowe Wilks Crane
Daly Fitzgerald Foley Winter Duncan Rawlings Tilley Ashby Merrick Pike Rudd Stubbs Jarvis Draper Everett Upton Vince
Farrow Langley Whitfield Brewer Blythe Fenwick Marlow Tanner Doyle Hale Maddox Oakley D'Arcy D'Souza St_John De_Vere
Le_Grand Fry Cotton Cooksey Pritchard Prince Savage Sparrow Nightingale Thorpe Thorne Winterbottom Ramsbottom Higginbottom
Shufflebottom Sidebottom Featherstone Cholmondeley Beauchamp Mainwaring Featherstonehaugh Wriothesley Catherall Hathaway
Gascoigne Entwistle Ollerenshaw Postlethwaite Braithwaite Micklethwaite Satterthwaite Arkwright Wainwright Plowright
Boatwright Sargent Sergeant Constable Chamberlain Steward Stewart Stuart Spicer Chandler Mercer Naylor Sawyer Turnbull
Tyler Thatcher Tillman Tinker Tranter Trotter Tuck Tully Underhill Underwood Vaughan Vickers Vine Waite Wakefield Waller
Walters
""")

BOYS = words("""
Oliver Jack Harry George Noah Charlie Jacob Alfie Oscar Leo Archie Thomas Joshua William James Arthur Theo Freddie Henry
Max Lucas Ethan Logan Isaac Joseph Alexander Samuel Daniel Benjamin Mason Harrison Edward Dylan Finley Adam Sebastian
Louis Toby Elijah Reuben Luca Tommy Jude Albie Riley Theodore Hugo Ronnie Arlo Teddy Jaxon Rory Reggie Louie Bobby Frankie
Jayden Harvey Tyler Luke Matthew Ryan Nathan Connor Callum Liam Jake Michael Kai Kian Zachary Stanley Gabriel Elliot
Elliott Frederick Ellis Caleb Roman Jenson Jackson Ezra Rowan Blake Felix Ralph Austin Albert Ellis Grayson Carter Hunter
Ollie Brody Finn Dexter Ted Rupert Miles Jasper Otis Sonny Otto Rex Patrick Christopher Robert David John Peter Stephen
Steven Shaun Sean Shane Aaron Kieran Kyle Ashton Bradley Brandon Corey Reece Rhys Jordan Lewis Cameron Taylor Morgan Josh
Alex Sam Ben Dan Joe Tom Will Nate Barnaby Casper Cody Danny Denver Dominic Eddie Eli Ernie Ewan Fraser Grant Harley Heath
Jesse Joel Jonah Jonathan Jonny Kaiden Kayden Kenzo Koby Lawson Lennon Lenny Leon Levi Maddox Marcus Mark Marley Maxwell
Micah Milo Monty Myles Nicholas Ned Nico Owen Oakley Parker Percy Philip Phoenix Preston Quinn Rafe Ray Raphael Ricky
Robin Robyn Ross Rocco Rudy Rufus Scott Seth Sidney Spencer Tate Tobias Todd Toby Travis Tristan Troy Vincent Walter
Wilfred Xander Zac Zach Zack Zane Jean-Paul Alfie-Jay Tommy-Lee Billy-Joe Jamie-Lee John-Paul
""")

GIRLS = words("""
Olivia Amelia Isla Ava Ella Emily Isabella Mia Poppy Sophie Lily Grace Evie Sophia Charlotte Jessica Freya Sienna Daisy
Phoebe Florence Alice Ruby Isabelle Millie Rosie Matilda Ivy Willow Evelyn Maya Harriet Elsie Eva Scarlett Chloe Erin
Layla Lucy Holly Molly Esme Esmé Hannah Eliza Eleanor Imogen Emma Thea Amber Ellie Elizabeth Lola Maisie Zara Summer Bella
Georgia Orla Anna Megan Lottie Darcey Darcy Jasmine Penelope Aurora Robyn Violet Abigail Lilly Martha Annabelle Emilia
Beatrice Nancy Sara Sarah Zoe Zoë Harper Bonnie Gracie Arabella Mila Leah Rose Lyla Niamh Heidi Felicity Edith Faith Iris
Clara Lara Francesca Skye Amelie Hope Rebecca Victoria Mollie Elodie Maria Paige Caitlin Katie Bethany Lauren Tilly Lexi
Lexie Alexandra Eden Ottilie Hallie Maddison Madison Aimee Amy Julia Nicole Naomi Rachel Katherine Catherine Kathryn
Natalie Laura Samantha Courtney Shannon Kayleigh Kayley Leanne Danielle Stephanie Chelsea Jade Jodie Kelly Kimberley
Kirsty Lisa Louise Lydia Mary Melissa Michelle Mary-Anne Ellie-Mae Lily-Rose Lily-Mae Ella-Rose Gracie-Mae Amelia-Rose
Ava-Mae Daisy-Mae Evie-Rae Miley Myla Nina Nora Norah Pippa Quinn Renée Chloé Riley Sadie Saoirse Savannah Seren Siân
Sofia Stella Susannah Tabitha Tallulah Tegan Tess Tiffany Verity Vivienne Winnie Winifred Yasmin Alana Alanna Alba Aria
Ariana Aurelia Autumn Ayla Beau Beth Betsy Blossom Brooke Callie Cara Carys Cassie Cecily Celeste Clementine Connie Cora
Cordelia Delilah Delphine Dolly Dorothy Dottie Ebony Effie Eloise Elsa Etta Fern Fleur Flora Frankie Frances Freda
Gabrielle Gwen Hattie Hazel Hettie Honey Ida India Ines Isabel Isobel Jemima Jenny Jess Josephine Joy Juliet Juniper Kate
Keira Kiera Kitty Lacey Lana Libby Lila Lillian Luna Lyra Mabel Mae Maeve Maggie Margot Marnie Maude May Mercy Meredith
Miriam Morgan
""")

ELDER_MEN = words("""
David John Paul Peter Andrew Mark Stephen Steven Michael Robert Richard Christopher Ian Alan Anthony Kevin Simon Keith
Graham Brian Philip Gary Colin Martin Nigel Neil Trevor Roger Derek Geoffrey Barry Raymond Kenneth Dennis Ronald Roy
Malcolm Stuart Darren Jason Lee Wayne Carl Dean Adrian Timothy Jonathan Nicholas Matthew James William Thomas George
Edward Charles Frank Douglas Gordon Leslie Norman Eric Ernest Harold Stanley Frederick Albert Arthur Walter Terence Terry
Clive Duncan Hugh Julian Justin Karl Craig Shaun Sean Glenn Guy Jeremy Dominic Damian Daniel Patrick Francis Gerald Gerard
Bernard Vincent Maurice Leonard Lawrence Laurence Rodney Russell Ross Scott Sidney Victor Vernon Warren Lance Jeffrey
Howard Gavin Dale Clifford Cyril Cecil Bruce Ashley Alexander Alistair Benjamin
""")

ELDER_WOMEN = words("""
Susan Margaret Patricia Christine Linda Jean Janet Carol Elizabeth Mary Barbara Ann Anne Sandra Pamela Pauline Gillian
Jacqueline Julie Karen Tracey Tracy Sharon Deborah Debra Alison Jane Helen Sarah Nicola Michelle Lisa Claire Clare Joanne
Angela Amanda Dawn Lesley Wendy Lorraine Denise Diane Dianne Theresa Teresa Catherine Kathryn Katherine Kathleen Maureen
Sheila Shirley Joan Dorothy Brenda Beryl Doreen Eileen Irene Joyce June Marjorie Marion Maria Hilary Heather Hazel Judith
Julia Jennifer Gail Fiona Emma Rachel Rebecca Samantha Louise Lynn Lynne Lynda Yvonne Valerie Vera Veronica Victoria
Sylvia Stephanie Sally Rosemary Rita Ruth Penelope Paula Natalie Melanie Marie Maxine Mandy Kerry Kim Kelly Josephine Jill
Jeanette Hannah Georgina Frances Eleanor Elaine Edna Donna
""")

PLACE_FIRST = """
Ash Al Ald Ap Ard Bar Bark Bat Bea Beck Bed Ber Bil Bird Black Blan Bol Bos Brad Brack Bram Bran Brent Brig Brock Brom
Broad Buck Bur Cal Can Carl Char Chat Chel Ches Chil Clap Clay Clif Clop Col Con Cop Cran Craw Cres Crof Crom Cul Dag Dal
Dan Dar Den Der Dod Don Dor Dray Dun Dur East Eccles Edg El Elm Ever Fair Far Fen Fern Field Fil Fos Ful Gar Gat Gis Glas
Gold Gos Gran Graf Green Grim Had Hal Ham Han Har Hart Has Hat Haw Hazel Heath Hen Hep Her High Hil Hod Hol Hor Hough Hun
Hur Ing Ips Kel Ken Ket Kil Kings Kirk Knap Lam Lan Lang Lath Led Leigh Lin Lit Long Lud Lut Mal Mar Mel Mid Mil Mor Mos
Mun Nas Nether New Nor Nut Oak Old Or Os Ot Over Ox Pad Pem Pen Pic Pil Pol Pres Rad Ram Raw Red Rip Roch Rom Ros Row Rud
Rush Sal San Sax Sed Sel Shal Shef Ship Sil Sker Snel Som South Spal Stain Stan Stap Staun Stock Strat Sud Sun Sut Swin
Tad Tam Tat Tet Thack Thorn Thorpe Thur Til Tod Tor Tun Ux Wad Wal Wan War Wat Wed Wel Wen West Whar Whit Wick Wil Win Wit
Wol Wood Wor Wy
"""
PLACE_LAST = """
ton ham ley bury ford worth wood field well by thorpe wick combe den ridge stead hurst croft dale gate land stone bridge
brook bourne shaw cote thwaite more ington ingham more man er sby low head house cliffe holt grave mere ware well shall
"""
ENGLISH_TAIL = composed(PLACE_FIRST, PLACE_LAST)

BRITISH_GIRLS_TAIL = composed(
    "Ada Al Am An Ash Au Bri Bry Ca Char Cher Dan Dar Del El Em Ev Gra Ha Is Jay Jo Ka Kay Kel Kim La Lay Le Li Lil Lor "
    "Ly Mad Mar May "
    "Mel Mi My Na Ny Ra Ro Ry Sha Shan Ska Ta Tay Tia Tri Va Vi Wy Za",
    "la lah leigh lee lynn lyn line lia lina bella belle mae na nna nah niece rose ria rie reese sha tia tie vie den lea "
    "anne issa ella",
)
BRITISH_BOYS_TAIL = composed(
    "Al Ash Bay Bo Bra Bran Bray Bro Cal Car Cay Chas Co Da Dar Dax Den Dra Dre El Ha Hay Hud Jack Jax Jay Ka Kal Kay Ken "
    "Ko Lan Lay Le "
    "Lo Ma Mar May Na Nay Pax Pay Ra Ray Re Ro Sha Tay Tra Tre Ty Vin Way Za Zay",
    "den don son ton lan len by dy ce ne ven ver vin yn ron rell rick von ley lie lon mon shawn kai lo",
)

WELSH_SURNAMES = words("""
Jones Davies Williams Evans Thomas Roberts Lewis Hughes Morgan Griffiths Edwards Owen James Rees Price Morris Richards
Lloyd Jenkins Parry Phillips Harris Powell Davis Howells Bowen Pritchard Rowlands Watkins Vaughan Llewellyn Hopkins Bevan
Pugh Beynon Probert Prosser Gwynne Gwyn Meredith Ellis Humphreys Humphries Gethin Gough Craddock Cadwallader Bebb Blevins
Breese Tudor Trahern Yorath Pryce Penry Nevitt Merrick Mostyn Maddocks Madoc Lougher Kendrick Jarman Hier Havard Glynne
Floyd Ednyfed Devonald Bufton Lloyd-Jones Rhys-Jones Wynne-Jones Parry-Jones Lloyd-George Davies-Jones Gruffydd Llywelyn
Morgan-Rees Wyn_Jones
""")
WELSH_TAIL = composed(
    "ap_ ab_ Ap_ -",
    "Rhys Owain Huw Gwilym Ifan Dafydd Rhodri Hywel Iorwerth Emrys Gruff Ednyfed Meurig Siôn Tomos Evan Robert Harry "
    "Richard Rosser Rhydderch "
    "Owen Howell Ithel Cynan Cadog Maelgwn Llŷr Gwyn Tegid Idris Elis Aled Alun Arwel Bleddyn Caradog Geraint Gethin",
)
WELSH_GIRLS = words("""
Seren Carys Ffion Megan Cerys Erin Nia Lowri Mali Cadi Elin Efa Gwen Gwenllian Sioned Siân Rhian Rhiannon Angharad Bethan
Catrin Delyth Eleri Eluned Eirlys Heledd Llinos Mair Mared Menna Nerys Non Olwen Tegan Lleucu Betsan Beca Alys Anwen
Arianwen Bronwen Ceridwen Dilys Glenys Gwyneth Haf Iola Meinir Mererid Morfydd Myfanwy Nesta Rhonwen Siwan Tesni Tirion
Gwenno Martha Lili Ela Ania
""")
WELSH_BOYS = words("""
Dylan Osian Rhys Harri Jac Macsen Tomos Owain Evan Ioan Gethin Gruffydd Guto Huw Hywel Ifan Iestyn Ieuan Iwan Llŷr Llew
Macsen Morgan Owen Rhodri Siôn Steffan Tudur Aled Alun Aneirin Arwyn Bedwyr Berwyn Bleddyn Bryn Cai Caradog Carwyn Ceri
Cian Dafydd Deiniol Delwyn Dewi Efan Eifion Elis Emlyn Emrys Emyr Ffred Gareth Garmon Geraint Gerallt Glyn Griff Gwilym
Gwyn Idris Illtyd Ithel Joseff Lleu Mabon
""")

IRISH_SURNAMES = words("""
Murphy Kelly O'Sullivan Walsh O'Brien Byrne Ryan O'Connor O'Neill O'Reilly Doyle McCarthy Gallagher O'Doherty Kennedy
Lynch Murray Quinn Moore McLoughlin O'Carroll Connolly Daly O'Connell Wilson Dunne Brennan Burke Collins Campbell Clarke
Johnston Hughes O'Farrell Fitzgerald Brown Martin Maguire Nolan Flynn Thompson O'Callaghan O'Donnell Duffy O'Mahony Boyle
Healy O'Shea White Sweeney Hayes Kavanagh Power McGrath Moran Brady Stewart Casey Foley Fitzpatrick O'Leary McDonnell
MacMahon Donnelly Regan Donovan Burns Flanagan Mullan Barry Kane Robinson Cunningham Griffin Kenny Sheehan Ward Whelan
Lyons Reid Graham Higgins Cullen Keane King Maher McKenna Bell Scott Hogan O'Keeffe Magee McNamara McDonald McDermott
Moloney O'Rourke Buckley O'Dwyer O'Hara O'Grady O'Toole O'Meara O'Hagan O'Malley O'Dea O'Gorman O'Hanlon O'Loughlin
O'Riordan McAteer McCabe McCann McCormack McElroy McEvoy McGee McGowan McGuinness McInerney McKeever McManus McMullan
McNally McNulty McQuillan McVeigh MacNamara Mac_Giolla Ni_Dhonnchadha Ó_Briain Ó_Sé Ní_Bhriain Joyce Ward Connors Stokes
Delaney Cash Doran Maughan Quilligan Sheridan Wall Mongan Coffey Furey Keenan Rafferty Tierney Tobin Gleeson
""")
IRISH_TAIL = composed(
    "O' Mc Mac -",
    "Adam Aleer Alinden Anally Ardle Auley Bride Broom Cabe Cafferty Caffrey Callan Cann Carney Carron Cartan Caughey "
    "Clafferty Clean "
    "Closkey Clure Clancy Colgan Comb Conkey Connell Conville Corley Corry Cracken Creery Crory Cue Culloch Curley Cusker "
    "Daid Dade "
    "Dermot Devitt Dowell Elhinney Elligott Enroe Entee Erlane Fadden Farland Feely Gahan Garrity Garvey Gann Geary Geown "
    "Gettigan Gill "
    "Ginley Ginty Girr Glade Glinchey Glone Goldrick Gonagle Govern Grory Guckin Guigan Gurk Hale Hugh Ilroy Ilveen "
    "Inally Ivor Kay Kee "
    "Kelvey Keown Kernan Kibben Kiernan Kinney Kinstry Knight Lafferty Larnon Laverty Lean Lernon Luskey Mackin Menamin "
    "Monagle Morrow "
    "Nabb Namee Niff Nicholl Padden Partlin Peake Polin Quade Quaid Quilkin Rory Shane Sherry Sorley Sparran Stravick "
    "Swiggan Tague "
    "Tiernan Vey Vicker Ward Whinney Williams Driscoll Flaherty Hanlon Halloran Hare Hegarty Higgins Kane Loan Mara Moore "
    "Mullane Nolan "
    "Prey Raw Regan Rorke Shaughnessy Shiel Toner Tuama",
)
IRISH_GIRLS = words("""
Aoife Ciara Niamh Saoirse Caoimhe Róisín Sinéad Siobhán Aisling Éabha Gráinne Orlaith Orla Clodagh Eimear Fiadh Sadhbh
Méabh Maeve Deirdre Bríd Bridget Bernadette Nuala Noreen Una Úna Áine Ailbhe Aoibheann Aoibhinn Cara Clíona Dearbhla
Eithne Fionnuala Fionnghuala Keelin Laoise Muireann Nóra Órla Riona Shauna Sorcha Tara Mary Kathleen Margaret Kate Emma
Grace Katie Erin Ellen Molly Shannon Roisin Sinead Siobhan Grainne Meabh Aine Eabha Ashling Neve Keeva Keira Kiera Colleen
Maura Moira Maureen Breda Assumpta Concepta
""")
IRISH_BOYS = words("""
Conor Seán Jack James Daniel Cian Oisín Patrick Liam Darragh Fionn Finn Rían Cillian Tadhg Eoin Eoghan Ciarán Kieran
Pádraig Séamus Seamus Rory Ruairí Ruairi Niall Declan Brendan Aidan Aodhán Cathal Colm Colin Cormac Dara Dermot Diarmuid
Donal Dónal Donncha Eamon Éamonn Enda Fearghal Fergal Fergus Fiachra Finbar Fintan Gearóid Kevin Lorcan Lochlan Malachy
Micheál Michael Murtagh Odhrán Odhran Oscar Páidí Phelim Rónán Ronan Senan Shane Shay Thomas Tiernan Tomás Turlough Ultan
Martin John Joseph Noel Fiach Barry Gerard Johnny Paddy Mikey Jimmy Miley Simon Felix Bernard Hughie Larry Willie Danny
Davey Tommy Billy Charlie Francis Christopher Andrew
""")
SCOTTISH_SURNAMES = words("""
Smith Brown Wilson Robertson Thomson Campbell Stewart Anderson Scott Murray MacDonald McDonald Reid Taylor Clark Ross
Young Mitchell Watson Paterson Morrison Walker Miller Fraser Davidson Gray Johnston Henderson Hamilton Graham Kerr Simpson
Martin Ferguson Cameron Duncan Bell Grant Mackenzie McKenzie MacKay Mackay MacLeod McLeod MacLean McLean Allan Black
Russell Marshall Sutherland Kennedy Wallace Gibson Craig Burns Gordon Munro Muir Stevenson Wood Sinclair Christie Douglas
McIntosh McMillan MacMillan McIntyre Crawford Milne Watt Boyle Donnelly Docherty Gallacher Hughes Kelly Lindsay Ritchie
Rennie Shaw Sharp Cunningham Jamieson Findlay Cowan Ramsay McGregor MacGregor McFarlane McKay McLaughlin McPherson
MacPherson McBride McAllister MacArthur MacAskill MacAulay McCallum McCulloch McEwan McGill McGlynn McInnes MacIntyre
McIver McKinnon McLaren McLellan McNeil MacNeill McNab McPhail MacPhee McQueen McRae MacRae McTaggart McVicar Buchanan
Carmichael Colquhoun Dalgleish Dalziel Drummond Dunbar Erskine Farquhar Farquharson Forsyth Galbraith Geddes Gilchrist
Gillespie Guthrie Haldane Heriot Imrie Innes Irvine Kinnaird Laidlaw Lockhart Menzies Moncrieff Nairn Napier Ogilvie
Pringle Rattray Ruthven Strachan Struthers Tulloch Urquhart Wemyss Abercrombie Auchinleck Balfour Bannerman Chisholm
Cruickshank
""")
SCOTTISH_TAIL = composed(
    "Mac Mc",
    "Adie Alister Alpine Andie Andrew Ara Ara Aslan Beath Beth Bryde Caig Cartney Caskie Clung Clymont Combie Conachie "
    "Cormick Corquodale "
    "Cowan Craw Crindle Crone Cubbin Cutcheon Diarmid Dougall Duff Eachern Echnie Ewen Fadyen Fall Fie Gavin Geachie "
    "Gibbon Gillivray "
    "Glashan Gruer Gruther Haffie Hardy Harg Hendry Ian Ilraith Ilwraith Innis Isaac Kechnie Kelvie Kendrick Kerral "
    "Kessock Kichan Killop "
    "Kim Kirdy Lachlan Lagan Laine Laurin Lay Leish Lennan Lintock Lucas Lure Lusky Manus Martin Master Math Minn Murchie "
    "Murdo "
    "Murtrie Naught Nair Naughton Niven Ninch Onie Phater Phedran Phillips Quarrie Quattie Quire Rankin Robbie Robert "
    "Sporran Swan "
    "Swayde Symon Tavish Thomas Turk Vean Vurich Walter Wattie Whannell Whirter William",
)
SCOTTISH_GIRLS = words("""
Isla Eilidh Catriona Mairi Morag Ailsa Iona Skye Kirsty Kirsten Fiona Shona Rhona Rona Mhairi Ishbel Iseabail Isobel
Elspeth Effie Eleanor Heather Innes Islay Jean Jessie Lorna Lesley Maisie Marsaili Moira Nan Nairne Senga Sheena Una
Aileen Ailie Annabel Beathag Blair Cairistìona Ceit Davina Dolina Donalda Fenella Flora Greer Gillian Grizel Jean Jeannie
Kenna Lileas Lilias Maggie Marjory Muriel
""")
SCOTTISH_BOYS = words("""
Callum Calum Euan Ewan Ewen Fraser Finlay Findlay Fergus Hamish Angus Alasdair Alistair Alastair Iain Ian Duncan Craig
Cameron Campbell Lachlan Gregor Graeme Graham Grant Gordon Gavin Fyfe Farquhar Dougal Dugald Donald Douglas Diarmid Colin
Brodie Blair Bruce Archie Aonghas Aidan Murdo Murray Magnus Malcolm Logan Leslie Kenneth Keith Innes Hector Struan Stuart
Stewart Sorley Seumas Scott Ruaridh Ruairidh Rory Ross Ronald Roderick Robbie Rab Ranald Niall Neil Mungo Muir Ivor
Torquil Tormod Tam Somhairle
""")
CARIBBEAN_SURNAMES = words("""
Campbell Brown Williams Smith Grant Clarke Reid Thompson Johnson Francis Lewis Morgan Gordon Powell Bailey Edwards Gayle
Bennett Stewart Henry Palmer Scott Walters Samuels Simpson Wright Anderson Blake Robinson McKenzie Charles Joseph Baptiste
Pierre Augustin Jean-Baptiste St_Hilaire St_Louis De_Freitas Da_Silva Braithwaite Blackman Greenidge Sobers Worrell Weekes
Hinds Holder Haynes Marshall Garner Trotman Bovell Cumberbatch Alleyne Gittens Boyce Brathwaite Cadogan Forde Layne Hope
Pollard Narine Ramdin Sarwan Chanderpaul Hooper Ramnarine Fagan Dacosta Levy Facey Manning Seaga Patterson Golding Holness
Bolt Blake Frater Fraser-Pryce Ottey Quarrie Merritt Lindo Hylton
""")
CARIBBEAN_BOYS = words("""
Jayden Tyrone Jermaine Marlon Winston Clive Delroy Leroy Errol Desmond Trevor Neville Carlton Devon Dwayne Andre André
Jerome Kemar Kamar Omari Jahmal Jamal Jamar Malachi Micah Isaiah Elijah Josiah Zion Kymani Kai Marcus Nathan Nathaniel
Reuben Rico Romario Shaquille Shamar Shemar Sheldon Theo Tremaine Usain Xavier Zachariah Aaron Tyrell Darnell Denzel
Kadeem Jaheim Tyreece Rashawn Deshawn Jevon
""")
CARIBBEAN_GIRLS = words("""
Aaliyah Shanice Shaniqua Shanelle Chantelle Renee Renée Simone Monique Dominique Tiana Tianna Tiara Kiara Keisha Lakeisha
Aisha Imani Nevaeh Destiny Serenity Zuri Jada Jahzara Kezia Keziah Naomi Ruth Esther Miriam Dorothea Beverley Marcia Sonia
Yvonne Claudette Paulette Odette Jacinth Hyacinth Icilda Myrtle Merlene Sherene Sherece Shereen Shakira Tamara Tanisha
Tashana Tenisha Antoinette Ayesha Brianna
""")

COMMUNITIES = (
    Community(
        "english",
        46,
        "WBRI",
        ENGLISH_SURNAMES,
        GIRLS,
        BOYS,
        ELDER_WOMEN,
        ELDER_MEN,
        ENGLISH_TAIL,
        0.45,
        BRITISH_GIRLS_TAIL,
        BRITISH_BOYS_TAIL,
        0.05,
        middle=0.6,
    ),
    Community(
        "welsh",
        3,
        "WBRI",
        WELSH_SURNAMES,
        WELSH_GIRLS + GIRLS[:60],
        WELSH_BOYS + BOYS[:60],
        tail=WELSH_TAIL,
        tail_share=0.08,
        middle=0.5,
    ),
    Community(
        "irish",
        4,
        "WIRI",
        IRISH_SURNAMES,
        IRISH_GIRLS + GIRLS[:40],
        IRISH_BOYS + BOYS[:40],
        tail=IRISH_TAIL,
        tail_share=0.2,
        middle=0.5,
    ),
    Community(
        "scottish",
        4,
        "WBRI",
        SCOTTISH_SURNAMES,
        SCOTTISH_GIRLS + GIRLS[:60],
        SCOTTISH_BOYS + BOYS[:60],
        tail=SCOTTISH_TAIL,
        tail_share=0.15,
        middle=0.5,
    ),
    Community(
        "caribbean",
        3,
        "BCRB",
        CARIBBEAN_SURNAMES,
        CARIBBEAN_GIRLS + GIRLS[:60],
        CARIBBEAN_BOYS + BOYS[:60],
        tail=ENGLISH_TAIL[:2000],
        tail_share=0.1,
        middle=0.5,
    ),
)
