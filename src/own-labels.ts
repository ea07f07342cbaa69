/** Keys of labels that name what is paid, to whom, when and of what, and the fact that each names. */
const NAMED: Readonly<Record<string, string>> = {
  invoiceDate: 'invoiceDate',
  creditNoteDate: 'invoiceDate',
  dueDate: 'dueDate',
  netTotal: 'netTotal',
  vatTotal: 'vatTotal',
  payable: 'payable',
  credited: 'payable',
  kid: 'kid',
  ocr: 'kid',
  viitenumero: 'kid',
  rf: 'kid',
  bban: 'bban',
  iban: 'iban',
  bic: 'bic',
};

/** The words of a template or brand for those facts, as the check wants to know them. */
export function listOwnLabels(
  labels: ReadonlyMap<string, string>,
): readonly { readonly role: string; readonly text: string }[] {
  return Object.entries(NAMED).flatMap(([key, role]) => {
    const text = labels.get(key);
    return text === undefined ? [] : [{ role, text }];
  });
}
