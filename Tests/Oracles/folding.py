"""Names as they are sorted and searched, by Python's unicodedata: canonical decomposition, marks dropped, case folded,
apostrophes dropped, dashes and blanks as one blank. Columns are code points in hexadecimal, so that nothing on the way
can tidy them."""
import unicodedata

from table import write

APOSTROPHES = "'`\u2019\u2018\u02bc\u02bb\u00b4\u2032\uff07"
SPELT = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ʼn": "n"}
NAMES = [
    "O'Hare", "O’Hare", "O‘Hare", "Oʼ Hare", "Ní Dhomhnaill", "D'Souza-Smith", "Nguyễn", "Łukasz", "Łukasz", "Åse", "Ærøskøbing",
    "Strauß", "STRAUSS", "STRAUẞ", "Œuvre", "Þórður", "Đặng", "Żółć", "Ħal", "Iğdır", "İstanbul", "Σωκράτης", "ΣΩΚΡΑΤΗΣ", "Пётр",
    "Йосиф", "محمد", "مُحَمَّد", "עִבְרִית", "李 小龍", "김철수", "Zoë", "Zoe\u0308", "JOSÉ", "Jose\u0301", "Mary-Jane", "Mary–Jane",
    "Mary\u2011Jane", "Mary  Jane", " Mary\u00a0Jane ", "\tMary\nJane\r\n", "José\rLuis", "Jo", "Null", "True", "X Æ A-12", "ſtein",
    "Al\u200bi", "\ufeffAmira", "Renée", "Kaʻiulani", "Anne_Marie", "St. John", "Mc Donald", "van der Berg", "Ng", "Ǆ", "ﬁona", "",
    " ", "-", "'", "é-", "-é", "Ünal Şahin", "Çelik", "Ñandú", "Ångström", "Ångström", "Ġorġ", "Šárka", "Ţepeş", "Țepeș", "Ӂ",
]


def spelling(scalar):
    if scalar in APOSTROPHES:
        return ""
    category = unicodedata.category(scalar)
    if scalar in "\t\n\r" or category in ("Pd", "Zs", "Zl", "Zp"):
        return " "
    if category in ("Mn", "Me", "Cc", "Cf"):
        return ""
    lower = scalar.casefold()
    return SPELT.get(lower, lower)


def fold(name):
    spelt = "".join(spelling(scalar) for scalar in unicodedata.normalize("NFD", name))
    return " ".join(part for part in spelt.split(" ") if part)


def scalars(text):
    return " ".join(f"{ord(c):04X}" for c in text)


def letters():
    """Every assigned letter of the Latin, Greek and Cyrillic blocks, between two plain ones."""
    for block in (range(0x20, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000)):
        for point in block:
            if unicodedata.category(chr(point)) != "Cn" and chr(point) != ",":
                yield f"a{chr(point)}b"


if __name__ == "__main__":
    write("folding.csv", ["name", "folded"], [(scalars(name), scalars(fold(name))) for name in NAMES + list(letters())])
