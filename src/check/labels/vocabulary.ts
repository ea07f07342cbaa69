import type { Language } from '../printed/index.ts';

/**
 * What a label can name: a fact, with the number of a line and the key of a rate left out. `vat.gross` is no fact of its
 * own, but a column beside those that are.
 */
export type LabelRole =
  | 'invoiceNumber'
  | 'originalInvoice'
  | 'invoiceDate'
  | 'dueDate'
  | 'deliveryDate'
  | 'orderReference'
  | 'buyerReference'
  | 'seller.organizationNumber'
  | 'buyer.organizationNumber'
  | 'line.description'
  | 'line.quantity'
  | 'line.unitPrice'
  | 'line.discount'
  | 'line.vatRate'
  | 'line.netAmount'
  | 'line.vatAmount'
  | 'line.amount'
  | 'vat.rate'
  | 'vat.net'
  | 'vat.vat'
  | 'vat.gross'
  | 'netTotal'
  | 'vatTotal'
  | 'vatTotalNational'
  | 'grossTotal'
  | 'rounding'
  | 'prepaid'
  | 'payable'
  | 'currency'
  | 'carriedForward'
  | 'kid'
  | 'bban'
  | 'iban'
  | 'bic'
  | 'payee';

/** Phrases that name something, in lower case, parted by bars. */
type Words = Readonly<Partial<Record<LabelRole, string>>>;

const NORWEGIAN: Words = {
  invoiceNumber: 'faktura|regning|rekning|fakturanummer|fakturanr|faktura nr|kreditnota|kreditnotanummer|kreditnota nr',
  originalInvoice: 'gjelder faktura|gjeld faktura|krediterer faktura|opprinnelig faktura',
  invoiceDate: 'fakturadato|dato|utstedt|fakturert|kreditnotadato',
  dueDate:
    'forfallsdato|forfall|forfaller|betalingsfrist|betales innen|betal innen|betal senest|betal seinast|siste betalingsdag',
  deliveryDate: 'levert|leveringsdato|levering|leveransedato',
  orderReference: 'ordrenummer|ordre|ordrenr|ordre nr|bestilling|bestillingsnummer|deres bestilling',
  buyerReference: 'deres referanse|dykkar referanse|deres ref|kundereferanse|innkjøpsordre|bestillingsreferanse',
  'seller.organizationNumber': 'org.nr|org nr|orgnr|organisasjonsnummer|selgers org.nr|foretaksnummer',
  'buyer.organizationNumber': 'org.nr|org nr|orgnr|organisasjonsnummer|kundens org.nr|kjøpers org.nr|deres org.nr',
  'line.description': 'beskrivelse|skildring|vare|varer|tekst|varetekst|produkt|tjeneste|artikkel',
  'line.quantity': 'antall|antal|mengde',
  'line.unitPrice': 'pris|enhetspris|stykkpris|à-pris|pris eks. mva|pris inkl. mva|pris per enhet',
  'line.discount': 'rabatt|du sparer',
  'line.vatRate': 'mva|mva-sats|sats|mva %|merverdiavgift|meirverdiavgift',
  'line.netAmount': 'sum eks. mva|netto|nettobeløp|beløp eks. mva|eks. mva|uten mva|beløp uten mva',
  'line.vatAmount': 'mva|mva-beløp|merverdiavgift|meirverdiavgift|herav mva',
  'line.amount': 'beløp|sum|total|totalt|beløp inkl. mva|sum inkl. mva|inkl. mva|med mva|brutto',
  'vat.rate': 'mva-sats|sats|mva|mva %|merverdiavgift per sats',
  'vat.net': 'av|grunnlag|mva-grunnlag|avgiftsgrunnlag|netto|sum eks. mva|eks. mva|beløp eks. mva',
  'vat.vat': 'mva|mva-beløp|merverdiavgift|meirverdiavgift|avgift|herav mva',
  'vat.gross': 'sum|sum inkl. mva|totalt|brutto|inkl. mva|beløp inkl. mva',
  netTotal: 'sum eks. mva|delsum|netto|nettosum|sum uten mva|beløp eks. mva|totalt eks. mva|eks. mva|grunnlag',
  vatTotal:
    'merverdiavgift|meirverdiavgift|mva|sum mva|mva totalt|herav mva|herav merverdiavgift|av dette meirverdiavgift|mva-beløp',
  vatTotalNational: 'merverdiavgift i|meirverdiavgift i|mva i|merverdiavgift|meirverdiavgift|mva',
  grossTotal: 'sum inkl. mva|sum|total|totalt|totalsum|totalt inkl. mva|beløp inkl. mva|inkl. mva|brutto',
  rounding: 'øreavrunding|avrunding',
  prepaid: 'betalt med gavekort|betalt med gåvekort|gavekort|gåvekort|forhåndsbetalt|allerede betalt|betalt|innbetalt',
  payable: 'å betale|beløp å betale|til betaling|sum å betale|totalt å betale|beløp|til gode|krediteres|tilgodebeløp',
  currency: 'valuta|å betale|til gode|alle beløp i',
  carriedForward: 'overført|overføres|blir overført|transport',
  kid: 'kid|kid-nummer|kidnummer|betalingsreferanse|ocr|ocr-nummer|rf-referanse|referansenummer|referanse',
  bban: 'kontonummer|konto|kontonr|til konto|betales til konto|bankkonto|bankgiro|plusgiro',
  iban: 'iban|iban-nummer',
  bic: 'bic|swift|bic/swift|swift/bic|swift-kode',
  payee: 'mottaker|mottakar|betales til|betal til|betalingsmottaker',
};

const SWEDISH: Words = {
  invoiceNumber: 'faktura|räkning|fakturanummer|fakturanr|faktura nr|kreditfaktura|kreditfakturans nummer',
  originalInvoice: 'avser faktura|gäller faktura|krediterar faktura|ursprunglig faktura',
  invoiceDate: 'fakturadatum|datum|utfärdad|utställd',
  dueDate: 'förfallodatum|förfallodag|förfaller|betalas senast|betala senast|sista betalningsdag|oss tillhanda senast',
  deliveryDate: 'levererad|leveransdatum|leverans|leveransdag',
  orderReference: 'ordernummer|order|ordernr|order nr|beställning|beställningsnummer',
  buyerReference: 'er referens|er ref|kundreferens|märkning|ert ordernummer|inköpsorder',
  'seller.organizationNumber': 'org.nr|org nr|orgnr|organisationsnummer|säljarens org.nr',
  'buyer.organizationNumber': 'org.nr|org nr|orgnr|organisationsnummer|kundens org.nr|köparens org.nr|ert org.nr',
  'line.description': 'beskrivning|vara|varor|text|benämning|produkt|tjänst|artikel|specifikation',
  'line.quantity': 'antal|mängd|kvantitet',
  'line.unitPrice': 'pris|á-pris|à-pris|a-pris|enhetspris|styckpris|pris exkl. moms|pris inkl. moms',
  'line.discount': 'rabatt|du sparar',
  'line.vatRate': 'moms|momssats|moms %|sats|mervärdesskatt',
  'line.netAmount': 'summa exkl. moms|netto|nettobelopp|belopp exkl. moms|exkl. moms|utan moms',
  'line.vatAmount': 'moms|momsbelopp|mervärdesskatt|varav moms',
  'line.amount': 'belopp|summa|totalt|total|belopp inkl. moms|summa inkl. moms|inkl. moms|brutto',
  'vat.rate': 'momssats|sats|moms|moms %|moms per sats',
  'vat.net': 'av|underlag|momsunderlag|beskattningsunderlag|netto|summa exkl. moms|exkl. moms|belopp exkl. moms',
  'vat.vat': 'moms|momsbelopp|mervärdesskatt|varav moms',
  'vat.gross': 'summa|summa inkl. moms|totalt|brutto|inkl. moms|belopp inkl. moms',
  netTotal: 'summa exkl. moms|delsumma|netto|nettosumma|belopp exkl. moms|totalt exkl. moms|exkl. moms|underlag',
  vatTotal: 'moms|mervärdesskatt|summa moms|moms totalt|varav moms|momsbelopp',
  vatTotalNational: 'moms i|mervärdesskatt i|moms|mervärdesskatt',
  grossTotal: 'summa inkl. moms|summa|total|totalt|totalsumma|totalt inkl. moms|belopp inkl. moms|inkl. moms|brutto',
  rounding: 'öresavrundning|öresutjämning|avrundning',
  prepaid: 'betalt med presentkort|presentkort|förskott|redan betalt|betalt',
  payable: 'att betala|belopp att betala|summa att betala|totalt att betala|belopp|att erhålla|tillgodo',
  currency: 'valuta|att betala|att erhålla',
  carriedForward: 'överfört|överförs|transport',
  kid: 'ocr|ocr-nummer|ocr-referens|kid|referensnummer|betalningsreferens|rf-referens|referens',
  bban: 'kontonummer|konto|kontonr|till konto|bankkonto|bankgiro|bankgironummer|plusgiro|plusgironummer|bg|pg',
  iban: 'iban|iban-nummer',
  bic: 'bic|swift|bic/swift|swift/bic|swift-kod',
  payee: 'mottagare|betalningsmottagare|betalas till',
};

const FINNISH: Words = {
  invoiceNumber: 'lasku|laskun numero|laskunumero|laskun nro|hyvityslasku|hyvityslaskun numero',
  originalInvoice: 'hyvittää laskun|hyvitettävä lasku|alkuperäinen lasku|viittaa laskuun',
  invoiceDate: 'laskupäivä|laskun päivä|laskun päiväys|päiväys|päivämäärä|päivä',
  dueDate: 'eräpäivä|eräpvm|maksettava viimeistään|maksa viimeistään|maksa viimeistään|maksupäivä|viimeinen maksupäivä',
  deliveryDate: 'toimitettu|toimituspäivä|toimitus',
  orderReference: 'tilausnumero|tilaus|tilauksen numero|tilausnro',
  buyerReference: 'viitteenne|viitteesi|asiakkaan viite|tilausviite',
  'seller.organizationNumber': 'y-tunnus|myyjän y-tunnus|y-tunnuksemme',
  'buyer.organizationNumber': 'y-tunnus|y-tunnuksenne|asiakkaan y-tunnus|ostajan y-tunnus',
  'line.description': 'kuvaus|tuote|nimike|selite|tavara|palvelu',
  'line.quantity': 'määrä|kpl|lukumäärä',
  'line.unitPrice': 'hinta|yksikköhinta|à-hinta|a-hinta|veroton hinta|verollinen hinta|kappalehinta',
  'line.discount': 'alennus|säästät',
  'line.vatRate': 'alv|alv-kanta|alv %|verokanta|vero|arvonlisävero',
  'line.netAmount': 'veroton summa|veroton|netto|ilman alv',
  'line.vatAmount': 'alv|vero|arvonlisävero|alv-määrä',
  'line.amount': 'summa|yhteensä|verollinen|verollinen summa|sis. alv|brutto',
  'vat.rate': 'alv-kanta|verokanta|alv|alv %|arvonlisävero kannoittain',
  'vat.net': 'summasta|veroton|veroton summa|netto|veron peruste|ilman alv|veroton yhteensä',
  'vat.vat': 'alv|vero|veron määrä|arvonlisävero|alv-määrä',
  'vat.gross': 'yhteensä|verollinen|summa|brutto|verollinen yhteensä',
  netTotal: 'veroton yhteensä|välisumma|veroton summa|veroton|netto|ilman alv',
  vatTotal: 'arvonlisävero|alv|alv yhteensä|vero|arvonlisävero yhteensä|josta arvonlisäveroa|josta alv',
  vatTotalNational: 'arvonlisävero|alv',
  grossTotal: 'verollinen yhteensä|yhteensä|summa|verollinen|verollinen summa|loppusumma|brutto',
  rounding: 'pyöristys',
  prepaid: 'maksettu lahjakortilla|lahjakortti|ennakkomaksu|maksettu',
  payable: 'maksettava|maksettavaa|maksettava yhteensä|yhteensä maksettava|summa|hyvitettävä|hyvitetään',
  currency: 'valuutta|maksettava|hyvitettävä',
  carriedForward: 'siirto|siirretään',
  kid: 'viitenumero|viite|rf-viite|ocr-viite|maksuviite|kid',
  bban: 'tilinumero|tili|saajan tili|pankkitili|bankgiro|plusgiro',
  iban: 'iban|iban-tilinumero|tilinumero iban',
  bic: 'bic|swift|bic/swift|swift/bic',
  payee: 'saaja|maksun saaja|saajan nimi',
};

const DANISH: Words = {
  invoiceNumber: 'faktura|regning|fakturanummer|fakturanr|faktura nr|kreditnota|kreditnotanummer',
  originalInvoice: 'vedrører faktura|krediterer faktura|oprindelig faktura',
  invoiceDate: 'fakturadato|dato|udstedt',
  dueDate: 'forfaldsdato|forfald|forfalder|betalingsfrist|betales senest|betal senest|sidste betalingsdag',
  deliveryDate: 'leveret|leveringsdato|levering',
  orderReference: 'ordrenummer|ordre|ordrenr|ordre nr|bestilling',
  buyerReference: 'jeres reference|deres reference|deres ref|kundereference',
  'seller.organizationNumber': 'cvr-nr|cvr nr|cvr|cvr-nummer|org.nr|sælgers cvr-nr',
  'buyer.organizationNumber': 'cvr-nr|cvr nr|cvr|cvr-nummer|org.nr|kundens cvr-nr|købers cvr-nr',
  'line.description': 'beskrivelse|vare|tekst|varetekst|produkt|ydelse',
  'line.quantity': 'antal|mængde',
  'line.unitPrice': 'pris|enhedspris|stykpris|pris ekskl. moms|pris inkl. moms',
  'line.discount': 'rabat|du sparer',
  'line.vatRate': 'moms|momssats|moms %|sats',
  'line.netAmount': 'sum ekskl. moms|netto|nettobeløb|beløb ekskl. moms|ekskl. moms|uden moms',
  'line.vatAmount': 'moms|momsbeløb|heraf moms',
  'line.amount': 'beløb|sum|total|i alt|beløb inkl. moms|sum inkl. moms|inkl. moms|brutto',
  'vat.rate': 'momssats|sats|moms|moms %|moms pr. sats',
  'vat.net': 'af|grundlag|momsgrundlag|netto|sum ekskl. moms|ekskl. moms|beløb ekskl. moms',
  'vat.vat': 'moms|momsbeløb|heraf moms',
  'vat.gross': 'sum|sum inkl. moms|i alt|brutto|inkl. moms|beløb inkl. moms',
  netTotal: 'sum ekskl. moms|subtotal|netto|nettosum|beløb ekskl. moms|i alt ekskl. moms|ekskl. moms|grundlag',
  vatTotal: 'moms|moms i alt|heraf moms|momsbeløb',
  vatTotalNational: 'moms i|moms',
  grossTotal: 'sum inkl. moms|sum|total|i alt|i alt inkl. moms|beløb inkl. moms|inkl. moms|brutto',
  rounding: 'øreafrunding|afrunding',
  prepaid: 'betalt med gavekort|gavekort|forudbetalt|allerede betalt|betalt',
  payable: 'at betale|beløb at betale|til betaling|i alt at betale|beløb|til gode|krediteres',
  currency: 'valuta|at betale|til gode',
  carriedForward: 'overført|overføres|transport',
  kid: 'kid|betalingsreference|betalings-id|ocr-nummer|rf-reference|referencenummer|reference|ocr',
  bban: 'kontonummer|konto|kontonr|til konto|bankkonto|bankgiro|plusgiro',
  iban: 'iban|iban-nummer',
  bic: 'bic|swift|bic/swift|swift/bic|swift-kode',
  payee: 'modtager|beløbsmodtager|betales til',
};

const ENGLISH: Words = {
  invoiceNumber:
    'invoice|invoice number|invoice no|invoice nr|credit note|credit note number|credit note no|tax invoice',
  originalInvoice: 'credits invoice|original invoice|relates to invoice|for invoice',
  invoiceDate: 'invoice date|date|date of issue|issued|issue date|credit note date',
  dueDate: 'due date|due|pay by|payment due|payable by|due by|last day to pay',
  deliveryDate: 'delivered|delivery date|delivery|date of delivery|date of supply|supply date',
  orderReference: 'order number|order|order no|order reference|our order',
  buyerReference: 'your reference|your ref|customer reference|purchase order|po number',
  'seller.organizationNumber':
    'org. no|org no|organisation number|organization number|company no|company number|business id',
  'buyer.organizationNumber':
    'org. no|org no|organisation number|organization number|customer org. no|buyer org. no|your org. no|business id',
  'line.description': 'description|item|items|product|service|article',
  'line.quantity': 'quantity|qty',
  'line.unitPrice': 'price|unit price|price excl. vat|price incl. vat|price each',
  'line.discount': 'discount|you save|off',
  'line.vatRate': 'vat|vat rate|vat %|rate|tax rate',
  'line.netAmount': 'net|net amount|net excl. vat|amount excl. vat|excl. vat|total excl. vat|without vat',
  'line.vatAmount': 'vat|vat amount|tax|of which vat',
  'line.amount': 'amount|total|sum|amount incl. vat|total incl. vat|incl. vat|gross|line total',
  'vat.rate': 'vat rate|rate|vat|vat %|vat by rate|tax rate',
  'vat.net': 'of|net|taxable amount|net amount|excl. vat|vat base|total excl. vat|basis',
  'vat.vat': 'vat|vat amount|tax|of which vat',
  'vat.gross': 'gross|total|sum|incl. vat|total incl. vat|amount incl. vat',
  netTotal: 'total excl. vat|net|net total|subtotal|excl. vat|net amount|amount excl. vat|taxable amount',
  vatTotal: 'vat|total vat|vat total|vat amount|of which vat|tax',
  vatTotalNational: 'vat in|vat|total vat',
  grossTotal: 'total incl. vat|total|gross|gross total|sum|grand total|incl. vat|amount incl. vat|total amount',
  rounding: 'rounding',
  prepaid: 'paid by gift card|gift card|prepaid|already paid|paid',
  payable:
    'amount due|to pay|payable|total due|amount payable|balance due|amount|amount credited|credited|total to pay',
  currency: 'currency|amount due|amount credited',
  carriedForward: 'carried forward|brought forward',
  kid: 'payment reference|kid|ocr|payment reference kid|payment reference ocr|payment reference rf|reference number|reference|rf reference',
  bban: 'account number|account|account no|to account|bank account|bankgiro|plusgiro',
  iban: 'iban|iban number',
  bic: 'bic|swift|bic/swift|swift/bic|swift code',
  payee: 'payee|recipient|pay to|beneficiary',
};

/** Nynorsk has the words of bokmål and its own among them. */
const VOCABULARIES: Readonly<Record<Language, Words>> = {
  nb: NORWEGIAN,
  nn: NORWEGIAN,
  sv: SWEDISH,
  fi: FINNISH,
  da: DANISH,
  en: ENGLISH,
};

/** Everything that each phrase names, in whatever language. */
export const PHRASES: ReadonlyMap<string, ReadonlySet<LabelRole>> = collectPhrases();

function collectPhrases(): Map<string, Set<LabelRole>> {
  const phrases = new Map<string, Set<LabelRole>>();
  for (const words of new Set(Object.values(VOCABULARIES))) {
    for (const [role, list] of Object.entries(words) as [LabelRole, string][]) {
      for (const phrase of list.split('|')) {
        const named = phrases.get(phrase);
        if (named === undefined) phrases.set(phrase, new Set([role]));
        else named.add(role);
      }
    }
  }
  return phrases;
}
