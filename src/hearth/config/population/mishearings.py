"""Spellings of one name that sound alike to somebody taking a call, a name on each line. Test material."""

HEARD = """
Catherine Kathryn Katherine Cathryn Katharine Kathrine
Shaun Sean Shawn Shorn
Steven Stephen Stephan Steffen
Clark Clarke Clerk
Smith Smyth Smythe
Brown Browne Braun
Thompson Thomson Tomson Tompson
Johnson Johnston Jonson Johnstone
Davis Davies Daves
Philip Phillip Filip
Phillips Philips Fillips
Stuart Stewart Steuart
Reed Reid Read
Allen Alan Allan Alun
Graham Graeme Grahame
Geoffrey Jeffrey Jeffery Geoffry
Mathew Matthew Mathieu
Matthews Mathews Mathewes
Nicholas Nicolas Nickolas
Nicola Nichola Nikola
Isabel Isobel Isabelle Isabell Izabel
Eleanor Elinor Eleanore Elena
Sara Sarah Zara
Hannah Hanna Hana
Rachel Rachael Rachelle
Rebecca Rebekah Rebeka
Lucy Lucie Luci
Sophie Sofie Sophy
Chloe Khloe Cloey
Zoe Zoey Zoie
Megan Meghan Meagan Meggan
Caitlin Kaitlin Katelyn Catelyn
Kayleigh Kayley Caylee Keighley
Leah Lea Leia
Lee Leigh Lea
Ashley Ashleigh Ashlee
Aimee Amy Amie
Abigail Abigale Abbigail
Jasmine Jazmin Jasmin Yasmin
Niamh Neve Neave
Siobhan Shivaun Chevonne
Siobhán Shivaun Shavon
Aoife Eefa Efa
Saoirse Seersha Sersha
Caoimhe Keeva Kweeva
Ciara Keira Kiera Kira
Róisín Rosheen Roisheen
Sinéad Shinade Shinaid
Orla Orlagh Orlaith
Gráinne Grawnya Grania
Meabh Maeve Mave
Oisín Osheen Usheen
Tadhg Tige Taig
Eoin Owen Ewan
Eoghan Owen Eugene
Cillian Killian Kilian
Kieran Ciaran Kieron
Connor Conor Conner
Callum Calum Kallum
Ewan Euan Ewen
Alasdair Alistair Alastair Alister
Iain Ian Eain
Neil Niall Neal
Rory Ruairi Ruaridh
Declan Deklan Decland
Liam Leam Lyam
Aidan Aiden Ayden
Jayden Jaden Jaydon
Brandon Brendan Branden
Dylan Dillon Dilan
Rhys Reece Reese
Llewellyn Lewellyn Llewelyn
Siân Sharn Shan
Ffion Fion Fiona
Hugh Huw Hew
Hughes Hewes Huws
Evans Evens Heavens
Griffiths Griffith Gryffiths
Lloyd Loyd Floyd
Davidson Davison Daveson
Pearce Pierce Peirce
Moore More Muir
Taylor Tayler Tailor
Turner Terner Tourner
Walker Walka Walkar
White Whyte Wight
Wright Right Write
Harrison Harison Harryson
Robertson Robinson Robison
Wilkinson Wilkenson Wilkingson
Richardson Richerdson Ritchardson
Lewis Louis Luis
Bailey Bayley Baillie Bayly
Barratt Barrett Barret
Bennett Bennet Benet
Elliott Elliot Eliot
Ellis Elis Elliss
Fraser Frazer Frasier
Gray Grey Grae
Green Greene Grene
Harper Harpur Arper
Hart Heart Harte
Hayes Hays Haze
Howe How Howes
Jenkins Jenkyns Jinkins
Kennedy Kenedy Kenneddy
Knight Night Nite
Lawrence Laurence Lorrance
Lawson Lorson Laweson
Marshall Marshal Martial
Marsh March Marche
Meyer Mayer Myer
Mitchell Michell Mitchel
Morris Maurice Morriss
Murray Murry Moray
Nicholson Nicolson Nickleson
O'Neill O'Neal O'Neil
O'Connor O'Conner O'Conor
O'Brien O'Bryan O'Brian
O'Reilly O'Riley O'Rielly
O'Sullivan O'Sulivan Osullyvan
McCarthy McCarty MacCarthy
McDonald MacDonald McDonnald
McKenzie MacKenzie Mackenzie
McLean MacLean McClain
McLeod MacLeod McCloud
McGregor MacGregor McGreggor
McIntyre MacIntyre McEntire
McKay MacKay Mackie
Maguire McGuire McGwire
Page Paige Paje
Palmer Parmer Pahmer
Parry Parrie Perry
Payne Paine Pane
Quinn Quin Kwin
Rees Reece Rhys
Rogers Rodgers Roggers
Rowe Roe Row
Shaw Shore Shawe
Shepherd Sheppard Shepard
Simpson Simson Sympson
Sinclair St_Clair Sinclare
Spencer Spenser Spensor
Stevens Stephens Stevans
Stevenson Stephenson Stevinson
Walsh Welsh Welch
Waters Walters Warters
Watts Watt Wattes
Webb Web Webbe
Wells Wels Welles
Whittaker Whitaker Witaker
Willis Wyllis Wills
Woods Wood Wouds
Young Yung Younge
"""
