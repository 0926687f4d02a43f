"""Makes a copy of an Inter font whose digits are tabular by default, since JavaFX cannot ask a font for its features.

usage: python3 tabular.py Inter_400Regular.ttf Regular InterTabular-Regular.ttf
       (needs fonttools; the sources are the ttf files of the npm package @expo-google-fonts/inter 0.4.2)
"""
import sys

from fontTools.ttLib import TTFont

source, style, target = sys.argv[1:]
font = TTFont(source)
gsub = font["GSUB"].table
swaps = {}
for feature in gsub.FeatureList.FeatureRecord:
    if feature.FeatureTag == "tnum":
        for index in feature.Feature.LookupListIndex:
            for table in gsub.LookupList.Lookup[index].SubTable:
                swaps.update(getattr(table, "ExtSubTable", table).mapping)
for table in font["cmap"].tables:
    for code, glyph in table.cmap.items():
        table.cmap[code] = swaps.get(glyph, glyph)
family = "Inter Tabular"
names = {1: family, 2: style, 4: f"{family} {style}", 6: f"InterTabular-{style}"}
font["name"].names = [record for record in font["name"].names if record.nameID not in (16, 17, 21, 22, 25)]
for record in font["name"].names:
    if record.nameID in names:
        record.string = names[record.nameID]
bold = style == "Bold"
font["OS/2"].usWeightClass = 700 if bold else 400
font["OS/2"].fsSelection = 0x20 if bold else 0x40
font["head"].macStyle = 1 if bold else 0
font.save(target)
