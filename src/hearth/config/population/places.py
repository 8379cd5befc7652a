"""A region of towns that are nowhere: English streets, houses and flats, and postcodes that fit their street."""

import random
from bisect import bisect
from dataclasses import dataclass

from hearth.config.population.community import composed, words

TOWNS = (
    ("Hartwater", 34, 9),
    ("Millbridge", 11, 4),
    ("Kingsferry", 9, 3),
    ("Oldmarket", 8, 3),
    ("Saltcombe", 7, 3),
    ("Abbotsleigh", 6, 2),
    ("Thornley Heath", 5, 2),
    ("Westerfold", 4, 2),
    ("Brackenham", 4, 2),
    ("Long Eastry", 3, 1),
    ("Stoke Merrow", 3, 1),
    ("Netherwick", 2, 1),
    ("Culverden", 2, 1),
    ("St Aldhelm's", 1, 1),
    ("Much Hadlow", 1, 1),
)
"""Name, share of dwellings in a hundred, number of postcode districts. No real postcode begins SX."""

EVERYWHERE = words("""
Church_Road High_Street Station_Road Victoria_Road Hill_Lane Mill_Lane Park_Road London_Road Green_Lane Manor_Road
Church_Lane Queens_Road New_Road Kings_Road School_Lane The_Avenue West_Street East_Street North_Street South_Street
Grange_Road York_Road Springfield_Road Albert_Road George_Street Alexandra_Road Windsor_Road Chapel_Lane Stanley_Road
Oxford_Road Chester_Road The_Crescent Vicarage_Lane Orchard_Close Meadow_View Rectory_Road Bridge_Street Mount_Pleasant
""")
MORE_STREETS = composed(
    "Acacia Acorn Albany Albion Alder Alfred Alma Almond Anson Arundel Ascot Ash Ashley Aspen Avon Badger Balmoral Barley "
    "Beaufort Beech Belmont Belvedere "
    "Birch Blenheim Bluebell Bramble Brook Brunswick Buckingham Burns Buttercup Byron Cambridge Canal Canterbury Carlton "
    "Castle Cavendish Cedar Chaucer Cherry "
    "Chestnut Clarence Clifton Coniston Copse Cornwall Coronation Cranbourne Cranleigh Cromwell Cypress Dale Derby Devon "
    "Devonshire Dover Dukes Durham Edinburgh "
    "Edward Elgin Elizabeth Elm Essex Fairfield Falcon Farm Fern Field Foundry Fox Foxglove Gainsborough Garden Gladstone "
    "Glebe Gloucester Goldcrest Gordon "
    "Granville Grosvenor Hamilton Hampton Harbour Harcourt Hawthorn Hazel Heath Heather Henley Heron Highfield Hillside "
    "Holly Howard Ivy Jasmine Jubilee Juniper "
    "Keats Kensington Kestrel Kingfisher Kipling Laburnum Lancaster Lansdowne Larch Laurel Lavender Leicester Lilac Lime "
    "Lincoln Linden Magnolia Mallard Maple "
    "Marlborough Mayfield Mayflower Melrose Milton Montague Nelson Newton Norfolk Northcote Nursery Oak Oakfield Osborne "
    "Palmerston Peel Pembroke Percy Pine "
    "Poplar Portland Primrose Priory Quarry Queensway Raglan Raven Regent Richmond River Robin Rose Rowan Royal Russell "
    "Rutland Salisbury Sandringham Selborne "
    "Shakespeare Shelley Sherwood Silver Skylark Somerset Spencer Spring St_Andrew's St_George's St_James's St_John's "
    "St_Mary's St_Peter's Stafford Suffolk Summer "
    "Surrey Sussex Swallow Sycamore Tennyson Thames Trafalgar Trinity Tudor Turner Valley Vernon Victory Viking Walnut "
    "Warwick Waterloo Wellington Wentworth "
    "Westbourne Westminster Wharf Whitehall Willow Winchester Windmill Woodland Woodside Wordsworth Wren Yew",
    "_Road _Street _Avenue _Close _Drive _Lane _Way _Crescent _Gardens _Court _Place _Grove _Terrace _Walk",
)
HOUSE_NAMES = words(
    "Rose_Cottage The_Old_Forge Oak_House The_Willows Mill_House Ivy_Cottage The_Lodge Hillcrest Orchard_House "
    "The_Coach_House Fairview Sunnyside"
)
UNIT_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
FLATS = 6


@dataclass(frozen=True, slots=True)
class Dwelling:
    """One front door."""

    lines: str
    town: str
    postcode: str


@dataclass(frozen=True, slots=True)
class _Street:
    name: str
    town: str
    first: int
    flats: bool
    district: str
    unit: int
    block: int


class Region:
    """So many dwellings, always the same for the same number, each found by its index."""

    def __init__(self, dwellings: int) -> None:
        self.dwellings = 0
        self._streets: list[_Street] = []
        outward = 0
        for name, share, districts in TOWNS:
            outward += 1
            self._build(name, max(dwellings * share // 100, 20), [f"SX{outward + n}" for n in range(districts)])
            outward += districts
        self._firsts = [street.first for street in self._streets]

    def _build(self, town: str, wanted: int, districts: list[str]) -> None:
        chance = random.Random(f"streets of {town}")  # noqa: S311 - a map, no secret
        names = [*EVERYWHERE, *chance.sample(MORE_STREETS, len(MORE_STREETS))]
        units = dict.fromkeys(districts, 0)
        until = self.dwellings + wanted
        for turn, name in enumerate(names):
            flats = chance.random() < 0.15
            doors = int(chance.triangular(12, 220, 40)) * (2 if flats else 1)
            block = chance.randint(14, 36)
            district = districts[turn % len(districts)]
            self._streets.append(_Street(name, town, self.dwellings, flats, district, units[district], block))
            units[district] += doors // block + 1
            self.dwellings += doors
            if self.dwellings >= until:
                return

    def dwelling(self, index: int) -> Dwelling:
        """The dwelling of that index, 0 to `dwellings` - 1."""
        street = self._streets[bisect(self._firsts, index) - 1]
        door = index - street.first
        unit = street.unit + door // street.block
        sector, letters = divmod(unit, len(UNIT_LETTERS) ** 2)
        first, second = divmod(letters, len(UNIT_LETTERS))
        postcode = f"{street.district} {sector % 10}{UNIT_LETTERS[first]}{UNIT_LETTERS[second]}"
        if street.flats:
            lines = f"Flat {door % FLATS + 1}, {door // FLATS + 1} {street.name}"
        elif index % 71 == 0:
            lines = f"{HOUSE_NAMES[index // 71 % len(HOUSE_NAMES)]}, {street.name}"
        else:
            lines = f"{door + 1} {street.name}"
        return Dwelling(lines, street.town, postcode)


def house_and_street(lines: str) -> tuple[str, str]:
    """("14", "Hill Lane") of "Flat 2, 14 Hill Lane"; no number for a house that has only a name."""
    number, _, street = lines.rpartition(", ")[2].partition(" ")
    return (number, street) if number.isdigit() else ("", lines.rpartition(", ")[2])


def house(lines: str) -> str:
    """ "14 Hill Lane" of "Flat 2, 14 Hill Lane"."""
    return lines.rpartition(", ")[2]
