#!/usr/bin/env python3
"""Makes the fonts of this folder from their published packages. README.md says how to run it and what comes out.

    python3 prepare.py PACKAGES

PACKAGES is a folder of npm tarballs as `npm pack` writes them. Every tarball must have the digest given below. The
same inputs give the same bytes: time stamps are the sources' own, tables and names come in a fixed order.
"""

import hashlib
import io
import json
import sys
import tarfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

FOLDER = Path(__file__).resolve().parent

# What Nordic business documents write: the Latin of Northern and Central Europe, Sami, typographic punctuation,
# the spaces and signs of money and tables. U+00AD is left out on purpose: it is a break opportunity, never a glyph.
CHARACTERS = [
    *range(0x20, 0x7F),
    *(c for c in range(0xA0, 0x180) if c != 0xAD),
    *(0x18F, 0x1B7, 0x1CD, 0x1CE, 0x1E4, 0x1E5, 0x1E6, 0x1E7, 0x1E8, 0x1E9, 0x1EE, 0x1EF, 0x1FC, 0x1FD, 0x1FE, 0x1FF),
    *range(0x218, 0x21C),
    *(0x237, 0x259, 0x292, 0x2BC, 0x2C6, 0x2C7, 0x2D8, 0x2D9, 0x2DA, 0x2DB, 0x2DC, 0x2DD),
    *(0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x30A, 0x30B, 0x30C, 0x326, 0x327, 0x328),
    *(0x1E80, 0x1E81, 0x1E82, 0x1E83, 0x1E84, 0x1E85, 0x1E9E, 0x1EF2, 0x1EF3),
    *range(0x2002, 0x200B),
    *range(0x2010, 0x2016),
    *range(0x2018, 0x201F),
    *(0x2020, 0x2021, 0x2022, 0x2026, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x205F),
    *(0x2070, *range(0x2074, 0x207A), *range(0x2080, 0x208A)),
    *(0x20AC, 0x2116, 0x2117, 0x2122, 0x2126, 0x212E),
    *(0x2150, 0x2151, 0x2153, 0x2154, *range(0x215B, 0x215F)),
    *range(0x2190, 0x2196),
    *(0x2202, 0x2206, 0x220F, 0x2211, 0x2212, 0x2215, 0x2219, 0x221A, 0x221E, 0x222B, 0x2248, 0x2260, 0x2264, 0x2265),
    *(0x25A0, 0x25A1, 0x25AA, 0x25B2, 0x25B6, 0x25BC, 0x25C6, 0x25CA, 0x25CB, 0x25CF, 0x2605, 0x2610, 0x2611),
    *(0x2713, 0x2714, 0x2717, 0xFB01, 0xFB02),
]

FEATURES = [
    *('ccmp', 'locl', 'rlig', 'rclt', 'calt', 'liga', 'clig', 'kern', 'mark', 'mkmk'),
    *('lnum', 'onum', 'pnum', 'tnum', 'frac', 'numr', 'dnom', 'sups', 'subs', 'case'),
]

# `renamed` stands where the licence reserves a word of the original name: a subset is a modified version, and the
# Open Font License then wants another primary name in the font itself.
FAMILIES = [
    {
        'family': 'Source Sans 3',
        'renamed': 'Fakturapress Sans',
        'folder': 'source-sans-3',
        'package': 'source-sans-3.52.0.tgz',
        'sha256': '49cf78ddd79b436591ee696785222b54ff28102922e3d3df297fe382d7fdfa88',
        'licence': 'package/LICENSE.md',
        'faces': [
            (400, 'normal', 'package/TTF/SourceSans3-Regular.ttf'),
            (500, 'normal', 'package/TTF/SourceSans3-Medium.ttf'),
            (600, 'normal', 'package/TTF/SourceSans3-Semibold.ttf'),
            (700, 'normal', 'package/TTF/SourceSans3-Bold.ttf'),
            (400, 'italic', 'package/TTF/SourceSans3-It.ttf'),
            (600, 'italic', 'package/TTF/SourceSans3-SemiboldIt.ttf'),
        ],
    },
    {
        'family': 'Source Serif 4',
        'renamed': 'Fakturapress Serif',
        'folder': 'source-serif-4',
        'package': 'expo-google-fonts-source-serif-4-0.4.1.tgz',
        'sha256': '84f0b412fbc9b0b666d6fe04620b2cd2e54bfd49ca61fe0663a9e5beb30afcc4',
        'licence': 'package/LICENSE_FONT',
        'faces': [
            (400, 'normal', 'package/400Regular/SourceSerif4_400Regular.ttf'),
            (600, 'normal', 'package/600SemiBold/SourceSerif4_600SemiBold.ttf'),
            (400, 'italic', 'package/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'),
        ],
    },
    {
        'family': 'Inter',
        'folder': 'inter',
        'package': 'expo-google-fonts-inter-0.4.2.tgz',
        'sha256': 'b5c1e5878c07a5637169da9f7b1f370c69709f1f8de55998e2522f7aa9dfe2a9',
        'licence': 'package/LICENSE_FONT',
        'faces': [
            (400, 'normal', 'package/400Regular/Inter_400Regular.ttf'),
            (500, 'normal', 'package/500Medium/Inter_500Medium.ttf'),
            (600, 'normal', 'package/600SemiBold/Inter_600SemiBold.ttf'),
            (700, 'normal', 'package/700Bold/Inter_700Bold.ttf'),
            (400, 'italic', 'package/400Regular_Italic/Inter_400Regular_Italic.ttf'),
        ],
    },
    {
        'family': 'Figtree',
        'folder': 'figtree',
        'package': 'expo-google-fonts-figtree-0.4.1.tgz',
        'sha256': 'e75afd044b5bc484c2deaa54c8b08c840186a21897de7de0965616feb9b9f441',
        'licence': 'package/LICENSE_FONT',
        'faces': [
            (400, 'normal', 'package/400Regular/Figtree_400Regular.ttf'),
            (500, 'normal', 'package/500Medium/Figtree_500Medium.ttf'),
            (600, 'normal', 'package/600SemiBold/Figtree_600SemiBold.ttf'),
            (700, 'normal', 'package/700Bold/Figtree_700Bold.ttf'),
            (400, 'italic', 'package/400Regular_Italic/Figtree_400Regular_Italic.ttf'),
        ],
    },
    {
        'family': 'IBM Plex Sans',
        'renamed': 'Fakturapress Plain',
        'folder': 'ibm-plex-sans',
        'package': 'ibm-plex-sans-1.1.0.tgz',
        'sha256': 'c3818979c2a2c82927ea3e7c485e389a18de0b7462887dd4f7acc9a525568962',
        'licence': 'package/LICENSE.txt',
        'faces': [
            (400, 'normal', 'package/fonts/complete/woff/IBMPlexSans-Regular.woff'),
            (500, 'normal', 'package/fonts/complete/woff/IBMPlexSans-Medium.woff'),
            (600, 'normal', 'package/fonts/complete/woff/IBMPlexSans-SemiBold.woff'),
            (700, 'normal', 'package/fonts/complete/woff/IBMPlexSans-Bold.woff'),
            (400, 'italic', 'package/fonts/complete/woff/IBMPlexSans-Italic.woff'),
        ],
    },
    {
        'family': 'IBM Plex Sans Condensed',
        'renamed': 'Fakturapress Plain Condensed',
        'folder': 'ibm-plex-sans-condensed',
        'package': 'ibm-plex-sans-condensed-2.0.0.tgz',
        'sha256': '1daf6d3e89def24b38e86bc859335cb89b02a395e5f93e3a2371f82a54a27338',
        'licence': 'package/LICENSE.txt',
        'faces': [
            (400, 'normal', 'package/fonts/complete/woff/IBMPlexSansCondensed-Regular.woff'),
            (500, 'normal', 'package/fonts/complete/woff/IBMPlexSansCondensed-Medium.woff'),
            (600, 'normal', 'package/fonts/complete/woff/IBMPlexSansCondensed-SemiBold.woff'),
            (700, 'normal', 'package/fonts/complete/woff/IBMPlexSansCondensed-Bold.woff'),
        ],
    },
    {
        'family': 'IBM Plex Mono',
        'renamed': 'Fakturapress Mono',
        'folder': 'ibm-plex-mono',
        'package': 'ibm-plex-mono-2.5.0.tgz',
        'sha256': '55b5ffcfcd5e9db36ef2070b2b07a573434ca02c6f3be2b921c0b88fff29acad',
        'licence': 'package/LICENSE.txt',
        'faces': [
            (400, 'normal', 'package/fonts/complete/woff/IBMPlexMono-Regular.woff'),
            (600, 'normal', 'package/fonts/complete/woff/IBMPlexMono-SemiBold.woff'),
        ],
    },
]

WEIGHT_NAMES = {400: 'Regular', 500: 'Medium', 600: 'SemiBold', 700: 'Bold'}


def main(packages):
    manifest = []
    for family in FAMILIES:
        archive = open_package(packages / family['package'], family['sha256'])
        folder = FOLDER / family['folder']
        folder.mkdir(exist_ok=True)
        (folder / 'LICENSE.txt').write_bytes(read_member(archive, family['licence']))
        for weight, style, member in family['faces']:
            file = folder / f"{weight}{'-italic' if style == 'italic' else ''}.ttf"
            file.write_bytes(make_face(read_member(archive, member), family, weight, style))
            manifest.append(
                {
                    'family': family['family'],
                    'weight': weight,
                    'style': style,
                    'file': file.relative_to(FOLDER).as_posix(),
                    'licence': 'OFL-1.1',
                    'licenceFile': f"{family['folder']}/LICENSE.txt",
                    'sha256': hashlib.sha256(file.read_bytes()).hexdigest(),
                }
            )
    (FOLDER / 'fonts.json').write_text(json.dumps({'fonts': manifest}, indent=2) + '\n')


def open_package(path, sha256):
    data = path.read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        sys.exit(f'Unexpected digest {found} of {path}, expected {sha256}')
    return tarfile.open(fileobj=io.BytesIO(data))


def read_member(archive, name):
    return archive.extractfile(name).read()


def make_face(data, family, weight, style):
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    font.flavor = None
    original = str(font['name'].getName(4, 3, 1, 0x409))
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 16, 17]
    options.name_languages = [0x409]
    options.drop_tables = [*options.drop_tables, 'DSIG', 'BASE', 'STAT', 'gasp']
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    complete(font)
    font['OS/2'].usWeightClass = weight
    if family.get('renamed'):
        rename(font, family['renamed'], original, weight, style)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def complete(font):
    """Gives a font that lacks them the no-break hyphen and the fixed spaces, as HarfBuzz makes them up for a browser."""
    glyphs, advances, upem = font.getBestCmap(), font['hmtx'].metrics, font['head'].unitsPerEm
    widths = {0x2007: advances[glyphs[0x30]][0], 0x2009: upem // 5, 0x202F: advances[glyphs[0x20]][0] // 2}
    added = {0x2011: glyphs[0x2D]} if 0x2011 not in glyphs else {}
    for code_point, width in widths.items():
        if code_point not in glyphs:
            added[code_point] = add_blank(font, f'uni{code_point:04X}', width)
    for table in font['cmap'].tables:
        if table.isUnicode():
            table.cmap.update(added)


def add_blank(font, name, width):
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font['glyf'].glyphs[name] = Glyph()
    font['glyf'].glyphOrder = font.getGlyphOrder()
    font['hmtx'].metrics[name] = (width, 0)
    return name


def rename(font, name, original, weight, style):
    table = font['name']
    table.names = [record for record in table.names if record.platformID == 3 and record.nameID not in (16, 17)]
    sub = WEIGHT_NAMES[weight] + (' Italic' if style == 'italic' else '')
    sub = sub.replace('Regular Italic', 'Italic')
    postscript = f"{name.replace(' ', '')}-{sub.replace(' ', '')}"
    version = str(table.getName(5, 3, 1, 0x409)).split(';')[0]
    for name_id, text in {
        1: f'{name} {sub}',
        2: 'Regular',
        3: f'{version};{postscript}',
        4: f'{name} {sub}',
        6: postscript,
        10: f'Subset of {original}, {version}.',
        16: name,
        17: sub,
    }.items():
        table.setName(text, name_id, 3, 1, 0x409)
    table.names.sort()


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
