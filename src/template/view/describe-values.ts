/** One value that templates can print, for the documentation. */
interface ValueDescription {
  /** As a template writes it; what stands in a list is written from inside its `{{#each}}`. */
  readonly path: string;
  /** The list it stands in, or null. */
  readonly list: string | null;
  /** Helper that prints it; null for text, which needs none, and for what is only asked with `{{#if}}`. */
  readonly helper: string | null;
  readonly doc: string;
}

/** Every value of `InvoiceView`, in its order. A test holds this table against a view. */
export function describeValues(): readonly ValueDescription[] {
  return Object.entries(VALUES).flatMap(([list, values]) =>
    Object.entries(values).map(([path, description]) => {
      const [, helper = null, doc = description] = /^\{(\w+)\} (.*)$/.exec(description) ?? [];
      return { path, list: list === '' ? null : list, helper, doc };
    }),
  );
}

/** `{helper}` before the text names the helper that prints the value. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '': {
    'document.kind': '`invoice` or `credit-note`.',
    'document.creditNote': 'Whether it is a credit note.',
    'document.name': '“Faktura”, in the document’s language.',
    'document.title': 'Name, number and seller; belongs into `<title>`.',
    'document.dateLabel': 'What the day of issue is called, which differs on a credit note.',
    'document.language': 'Language tag; belongs into `<html lang>`.',
    'document.test': 'Whether to say that the document is of a test account.',
    'document.copy': 'Whether it is marked as a copy.',
    'invoice.number': 'Number of the invoice or credit note.',
    'invoice.originalNumber': 'Number of the invoice that a credit note takes back, or empty.',
    'invoice.issueDate': '{date} Day of issue.',
    'invoice.dueDate': '{date} Last day to pay; empty on a credit note.',
    'invoice.deliveryDate': '{date} Day of delivery, or empty.',
    'invoice.deliveryPlace': 'Place of delivery, or empty.',
    'invoice.attachmentPages': '{number} Pages that go along with the document, or empty.',
    'invoice.deliveryAddress': 'Empty, or an address as `buyer.address` is.',
    'invoice.currency': 'ISO code of the currency.',
    'invoice.orderReference': 'The order’s number.',
    'invoice.orderReference2': 'The seller’s second reference, or empty.',
    'invoice.buyerReference': 'Reference that the buyer asked for, or empty.',
    'invoice.costCenter': 'The buyer’s cost centre, or empty.',
    'invoice.lines': 'The lines, in the order of print.',
    'invoice.groups':
      'The same lines by item group, one list of lines each; a single group without a name where `options.grouping` is off.',
    'invoice.vat': 'VAT by rate, the highest first; empty where the seller is not registered for VAT.',
    'invoice.exemptions': 'Those entries of `invoice.vat` that need words for why there is no VAT.',
    'invoice.netTotal': '{money} Sum without VAT.',
    'invoice.vatTotal': '{money} VAT.',
    'invoice.vatTotalNational': '{money} VAT in the seller’s own currency where the law asks for it, or empty.',
    'invoice.exchangeRate':
      '{number} What one unit of the document’s currency is in the seller’s, for `vatTotalNational`, or empty.',
    'invoice.grossTotal': '{money} Sum with VAT.',
    'invoice.rounding': '{money} What rounding added, or empty.',
    'invoice.prepaid': '{money} Gift cards and other payments already made, negative, or empty.',
    'invoice.payable': '{money} What is to be paid.',
    'invoice.longPayable': 'Whether that amount has so many figures that large type needs a smaller size.',
    'invoice.payableIsGross': 'Whether neither rounding nor prepayment stands between `grossTotal` and `payable`.',
    'seller.name': 'Legal name.',
    'seller.tradeName': 'Name that customers know, or empty.',
    'seller.organizationNumber': '{organizationNumber} Organisation number; a Norwegian one with MVA.',
    'seller.vatRegistered': 'Whether the seller is registered for VAT; otherwise no VAT may be shown.',
    'seller.vatNotice': 'What a seller says who is not, or empty.',
    'seller.vatNumber': 'VAT number where it is another than the organisation number, or empty.',
    'seller.address.lines': 'List of text lines in postal order.',
    'seller.address.oneLine': 'The same in one line.',
    'seller.email': 'E-mail address, or empty.',
    'seller.phone': 'Telephone number, or empty.',
    'seller.website': 'Web address without https://, or empty.',
    'seller.registrations': 'List of what law and brand want said of the seller.',
    'buyer.name': 'Name of the business or person.',
    'buyer.contact': 'Person at the business, or empty.',
    'buyer.organizationNumber': '{organizationNumber} Organisation number, or empty.',
    'buyer.address.lines': 'List of text lines in postal order.',
    'buyer.address.oneLine': 'The same in one line.',
    'buyer.windowLines': '{number} Lines that an address window has to hold: name, contact and address.',
    payment: 'Everything below, or empty on a credit note.',
    'payment.kid': '{kid} KID, OCR, viitenumero or RF.',
    'payment.kidLabel': 'What payers call that reference.',
    'payment.longReference': 'Whether it is longer than most.',
    'payment.bban': '{account} National account number, or empty.',
    'payment.iban': '{iban} IBAN.',
    'payment.longIban': 'Whether it is longer than Norway’s and Finland’s.',
    'payment.bic': 'BIC.',
    'payment.payee': 'Who is paid.',
    'payment.qr': 'QR code by the option `paymentQr`, or empty.',
    'payment.qr.payload': 'What the code says, for `{{qr payment.qr.payload payment.qr.alternative}}`.',
    'payment.qr.alternative': 'The same in words.',
    'payment.qr.caption': 'What to call the code.',
    'payment.barcode': 'Finland’s bank bar code, or empty; has the same parts, for `{{barcode …}}`.',
    'payment.barcode.payload': 'Its 54 digits.',
    'payment.barcode.alternative': 'The same in words.',
    'payment.barcode.caption': 'What to call the code.',
    'brand.name': 'Name that customers know.',
    'brand.logo': 'Empty where there is none.',
    'brand.logo.source': 'For `<img src>`.',
    'brand.logo.alternative': 'For `<img alt>`.',
    'texts.intro': 'The brand’s words, a list of paragraphs; so are those below.',
    'texts.note': 'What the caller says of this one document.',
    'texts.terms': 'Terms.',
    'texts.latePayment': 'What happens when the invoice is paid late.',
    'texts.footer': 'A line for the foot.',
    options: 'The template’s options by name, each with its value: `options.grouping`.',
  },
  'invoice.lines': {
    position: 'Number of the line from 1, for `data-fact="line.{{position}}.amount"`.',
    staysWithTotals: 'Whether it is one of the last lines, which the totals take along to a new page.',
    type: '`sale`, `shipping`, `discount` or `surcharge`.',
    sku: 'Article number, or empty.',
    description: 'What was sold.',
    group: 'Name of the item group, or empty.',
    quantity: '{number} How many.',
    quantityRoom: 'Class suffix for the room that a quantity leaves so that commas line up: `0`, `1`, `whole-2` ….',
    unit: 'Unit of the quantity, or empty.',
    'unitPrice.net': '{number} Price of one before discount, without VAT; give it `decimals=2`.',
    'unitPrice.gross': '{number} The same with VAT.',
    discount: 'Empty where nothing was taken off.',
    'discount.rate': '{percent} Share that was taken off, where it comes out even, or empty.',
    'discount.net': '{money} What was taken off, without VAT.',
    'discount.gross': '{money} The same with VAT.',
    'discount.description': 'Why, or empty.',
    rate: '{percent} VAT rate.',
    net: '{money} Amount without VAT.',
    vat: '{money} VAT.',
    amount: '{money} Amount with VAT: the session’s own figure.',
    runningTotal: '{money} This line and all before it: what is carried forward after it.',
    runningNet: '{money} The same without VAT.',
  },
  'invoice.groups': {
    name: 'Name of the item group, or empty.',
    lines: 'Its lines, as in `invoice.lines`.',
    subtotal: 'Empty where the group has no name.',
    'subtotal.net': '{money} Sum without VAT; stands beside the group’s name.',
    'subtotal.vat': '{money} VAT of the group.',
    'subtotal.amount': '{money} Sum with VAT.',
  },
  'invoice.vat': {
    key: 'For `data-fact="vat.{{key}}.net"`.',
    category: 'Why the rate applies, by UNCL5305: `S`, `Z`, `E`, `AE`, `G` or `O`.',
    rate: '{percent} Rate.',
    net: '{money} Sum without VAT.',
    vat: '{money} VAT.',
    gross: '{money} Sum with VAT.',
    exemption: 'Words for why there is no VAT, or empty.',
  },
};
