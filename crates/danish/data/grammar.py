"""What the sources leave unsaid about Danish grammar, written from any grammar book: irregular words, closed word classes,
readings that nobody means.

In: nothing. Out: IRREGULAR, CLOSED_WORDS, and the small rules that make_data.py applies.
"""
from sources import fold

# Plurals that the spelling dictionary lists as words of their own.
PLURALS = {'børn': 'barn', 'mænd': 'mand', 'fædre': 'fader', 'mødre': 'moder', 'brødre': 'broder', 'døtre': 'datter', 'søstre': 'søster',
           'hænder': 'hånd', 'tænder': 'tand', 'fødder': 'fod', 'bønder': 'bonde', 'rødder': 'rod', 'gæs': 'gås', 'øjne': 'øje',
           'nætter': 'nat', 'kræfter': 'kraft', 'bøger': 'bog', 'køer': 'ko', 'klør': 'klo', 'ænder': 'and', 'stænger': 'stang',
           'søer': 'so', 'tæer': 'tå', 'bøder': 'bod', 'næver': 'næve'}
_PLURALS = {fold(k): fold(v) for k, v in PLURALS.items()}
_LONG = ('maend', 'boern', 'boeger', 'haender', 'foedder', 'roedder', 'kraefter', 'boender', 'staenger')


def base_of_plural(lemma):
    """`formænd` → `formand`; anything else unchanged."""
    if lemma in _PLURALS and lemma not in ('soeer', 'boeder', 'naever', 'kloer'):
        return _PLURALS[lemma]
    for plural in _LONG:
        if lemma.endswith(plural) and len(lemma) > len(plural) + 1:
            return lemma[:-len(plural)] + _PLURALS[plural]
    return lemma


def _noun(lemma, plural, definite):
    return (lemma, 'N', [plural, plural + 's', definite, definite + 's', lemma + 's'])


IRREGULAR = [_noun(*x) for x in [
    ('barn', 'børn', 'børnene'), ('mand', 'mænd', 'mændene'), ('bog', 'bøger', 'bøgerne'), ('fader', 'fædre', 'fædrene'),
    ('far', 'fædre', 'fædrene'), ('moder', 'mødre', 'mødrene'), ('mor', 'mødre', 'mødrene'), ('broder', 'brødre', 'brødrene'),
    ('bror', 'brødre', 'brødrene'), ('datter', 'døtre', 'døtrene'), ('søster', 'søstre', 'søstrene'), ('hånd', 'hænder', 'hænderne'),
    ('tand', 'tænder', 'tænderne'), ('fod', 'fødder', 'fødderne'), ('bonde', 'bønder', 'bønderne'), ('rod', 'rødder', 'rødderne'),
    ('gås', 'gæs', 'gæssene'), ('øje', 'øjne', 'øjnene'), ('nat', 'nætter', 'nætterne'), ('kraft', 'kræfter', 'kræfterne'),
    ('ko', 'køer', 'køerne'), ('klo', 'kløer', 'kløerne'), ('and', 'ænder', 'ænderne'), ('stang', 'stænger', 'stængerne'),
    ('tang', 'tænger', 'tængerne'), ('so', 'søer', 'søerne'), ('tå', 'tæer', 'tæerne'), ('bod', 'bøder', 'bøderne'),
    ('rand', 'rande', 'randene'), ('nød', 'nødder', 'nødderne'), ('ståhøj', 'ståhøj', 'ståhøjen')]]
IRREGULAR += [(l, 'A', f.split()) for l, f in [
    ('god', 'godt gode bedre bedst bedste'), ('dårlig', 'værre værst værste'), ('ond', 'værre værst værste'), ('slem', 'værre værst værste'),
    ('mange', 'flere flest fleste'), ('megen', 'meget mere mest meste'), ('meget', 'megen mere mest meste'),
    ('lille', 'små småt mindre mindst mindste'), ('gammel', 'ældre ældst ældste'), ('ung', 'yngre yngst yngste'),
    ('lang', 'længere længst længste'), ('stor', 'større størst største'), ('få', 'færre færrest færreste'),
    ('nær', 'nærmere nærmest nærmeste'), ('tung', 'tungere tungest tungeste'), ('gerne', 'hellere helst'), ('grov', 'grovere'),
    ('langt', 'længere længst'), ('egen', 'eget egne'), ('lidt', 'mindre mindst'), ('ofte', 'oftere oftest'),
    ('tæt', 'tættere tættest')]]
IRREGULAR += [(l, 'V', f.split()) for l, f in [
    # Spelling before 1948.
    ('kunne', 'kunde kunnet kan'), ('skulle', 'skulde skullet skal'), ('ville', 'vilde villet vil'), ('måtte', 'må måttet'),
    ('være', 'er var været vær'), ('have', 'har havde haft'), ('gøre', 'gør gjorde gjort'), ('vide', 'ved vidste vidst'),
    ('blive', 'bliver blev blevet'), ('turde', 'tør turdet'), ('burde', 'bør burdet'), ('se', 'ser så set'), ('lade', 'lader lod ladet')]]

# Strong verbs whose past has the vowel of the infinitive and so looks like the imperative, which is left out; with every prefix.
IRREGULAR += [(prefix + verb, 'V', [prefix + past]) for verb, past in
              [('løbe', 'løb'), ('hugge', 'hug'), ('komme', 'kom'), ('sove', 'sov'), ('græde', 'græd'), ('hedde', 'hed')]
              for prefix in [''] + 'af an be bort for fore frem gen gennem ind med ned om op over på sammen til tilbage ud under'.split()]

CLOSED_WORDS = '''
ad af alle alligevel allerede alt altid altså anden andet andre at bag blandt bl both både da de dem den denne der derefter deres derfor
derfra deri dermed derpå derved det dette dig din disse dit dog du efter efterhånden eller en end endnu enten er et ej eks for forbi fordi
foran fra fx gennem gør ham han hans har havde hen hende hendes her herefter herfra herunder hidtil hos hun hvad hvem hver hvilke hvilken
hvilket hvis hvor hvordan hvorefter hvorfor hvornår i idet ifølge igen igennem ikke imellem imod ind inden indtil ja jeg jer jeres jf jo
kun lige man med medens mellem men mens mig min mine mit mod må måske ned nej nemlig netop nogen noget nogle nok nu når næsten
og også om omkring omtrent op os over overfor paa på samt sammen selv sig siden sin sine sit skal som stadig så sådan således
tidligere til tilbage trods ud uden udenfor under undtagen var ved vedrørende via vil vi vor vore vores være
derudover desuden endvidere endelig herudover heraf hermed hertil hvorvidt ligesom ligeledes bare blot dels førend før heller hvorledes
'''.split()


# Names of days, whose first part nobody means.
DAYS = {fold(w) for w in 'mandag tirsdag onsdag torsdag fredag lørdag søndag'.split()}

# Closed words that are common nouns as well: a mine, wood, the wonder, smoke.
NOUNS_TOO = {fold(w) for w in 'mine ved under os'.split()}


def wanted(word, form, pos):
    """False for forms that grammar allows and nobody writes, such as the genitive of an adjective (`gods` of `god`)."""
    if form.endswith("'") or "'" in form:
        return False
    return not (pos in 'A' and form.endswith('s') and not word.endswith('s'))


def pos_of_listed(stem, forms, known):
    """Part of speech of a word whose forms the dictionary lists one by one."""
    lows = set(forms)
    if stem.endswith(('e', 'å', 'o', 'ø', 'i', 'y')) and (stem + 'r' in lows or stem + 's' in lows and stem + 'nde' in lows):
        return 'V'
    if known:
        return ''.join(sorted(known))
    if stem + 'e' in lows and stem + 't' in lows:
        return 'A'
    if any(f in lows for f in (stem + 'en', stem + 'et', stem + 'er', stem + 'n', stem + 's')):
        return 'N'
    if any(f.endswith(('nde', 'ede')) for f in lows):
        return 'V'
    if any(f in lows for f in (stem + 'e', stem + 't')):
        return 'A'
    return 'N'


def prune(readings, closed, attested, listed, zipf):
    """Takes away readings that would join a frequent word with a rare one."""
    known = attested | listed
    for form in sorted(readings):
        found = readings[form]
        if form in closed:
            # `men` is not the imperative of `mene`, nor `for` of `fore`; but `siden` may be `side`.
            kept = set()
            for lemma, pos in found:
                verb = pos == 'V' and (form, lemma) in attested
                noun = pos == 'N' and (lemma == form or len(form) > len(lemma) and not form.endswith('s'))
                if verb or noun or form in _IRREGULAR.get((lemma, pos), ()):
                    kept.add((lemma, pos))
            readings[form] = kept | {(form, 'X')}
            continue
        if any(l == form and p in 'NA' for l, p in found):
            # Hardly anybody commands in minutes: `form` is not the imperative of `forme`.
            found = readings[form] = {(l, p) for l, p in found if not (p == 'V' and l in (form + 'e', form + form[-1] + 'e') and (form, l) not in known and form not in _IRREGULAR.get((l, p), ()))}
        if form.endswith('s') and any(l == form for l, _ in found):
            # `hus` is not the genitive of `hu`; but `kurs` may be that of `kur`.
            rare = zipf.get(form[:-1], 2) < zipf.get(form, 2) - 1
            kept = {(l, p) for l, p in found if not (rare and l + 's' == form and p == 'N')}
            readings[form] = kept or found
    for word in closed:
        readings.setdefault(word, {(word, 'X')})


_IRREGULAR = {}
for _lemma, _pos, _forms in IRREGULAR:
    _IRREGULAR.setdefault((fold(_lemma), _pos), set()).update(fold(f) for f in _forms + [_lemma])

# Never the first part of a compound: prefixes and adverbs that make verbs (`overblik`, `indbrud`, `forsyning`).
PARTICLES = {fold(w) for w in '''
af an ab ad be bi bort de dis efter eks en er et for fore forbi forud fra frem gen gennem ge hen hos hin hid i ige igen ind inden in im ir imod imellem
kon kom ko med mellem mis mod ned ner om omkring op opad over per pre pro på re sam se siden til tilbage u ud uden udover und under van ved vel
vi vis foran foruden bag selv sub trans ex et al ant anti bagud fore forinden før henne samt så ta te ti to tre ur uafset ure præ inter intra hypo di kol mal non co mono red
'''.split()}

# Never the last part: endings that make words (`sandsynlighed`, `partier`) though they are words by themselves.
SUFFIXES = {fold(w) for w in '''
hed lig skab dom else ning ing sel inde ist isme tion sion tet bar som agtig mæssig vis fold tier eri er ere ene en et isk ant ent ent eur ør
ling aner anser ende ral disk lighed ninger lige sam tig ig ik al el em elig iv age ise ide ine ate ite ose men ter ger ler ner ser ver
ion ske slig te de ne le re se ve ge ke me be pe skabe ede este est steds ved gere sion ation ering eret erede erende rer sigt lad lade ær ar lænder lænding tastisk esse ance ence ment ose itis ur
'''.split()}

# Nouns that are spelt like such an ending, by the paradigms of the spelling dictionary that tell them from it: the cupboard
# (`køleskab`, `-et`, `-e`) from the suffix (`venskab`, `-et`, `-er`); the pub (`grillbar`) from the adjectives (`holdbar`).
SUFFIX_NOUNS = {'skab': {5}, 'bar': {2}, 'ring': {5}, 'ur': {5}}

# Greek and Latin elements that are no words: together they are one (`teknologi`, `telegram`), while either may join a word.
BOUND_FIRST = {fold(w) for w in '''
aero agro andro anti antropo arkæo astro audio auto bi biblio bio cyber demo dermato dia dis elektro endo epi etno eu fono foto fysio gastro geo
grafo gyno hekto hemi hetero homo hydro hyper hypo idio ideo infra inter intra iso kardio kata kilo kosmo kriminal krypto kvasi leuko makro mega meta
metro mikro mono morfo multi nano neo neuro nekro omni onko orto palæo pan par para pato pedo peri poly post pre pro pseudo psyko radio retro
semi socio stereo sub super syn tekno tele termo topo trans tri typo ultra uni vice video zoo økono øko ped pæda homøo hæmo oto patho
'''.split()}
BOUND_LAST = {fold(w) for w in '''
log loge logi logisk graf grafi grafisk gram fon foni fonisk skop skopi skopisk krat krati kratisk nom nomi nomisk fil fili fob fobi pati patisk
sof sofi morf morfi teisme teist teistisk gen gent id ide tomi ektomi stomi gog gogi gogisk mani metri metrisk nym nymi top topi tropi matik
matisk gami plegi algi æmi allel fag fagi ester
'''.split()}
