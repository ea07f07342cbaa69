import type { Rule } from '../rule.ts';
import { activeContent } from './active-content.ts';
import { alternativeDiffers } from './alternative-differs.ts';
import { annotations } from './annotations.ts';
import { attachmentAltered } from './attachment-altered.ts';
import { attachmentDiffers } from './attachment-differs.ts';
import { attachmentUndeclared } from './attachment-undeclared.ts';
import { attachmentUnexplained } from './attachment-unexplained.ts';
import { attachmentUnproven } from './attachment-unproven.ts';
import { barcodeDiffers } from './barcode-differs.ts';
import { barcodeUnexplained } from './barcode-unexplained.ts';
import { barcodeUnread } from './barcode-unread.ts';
import { brandTextFigure } from './brand-text-figure.ts';
import { claimDiffers } from './claim-differs.ts';
import { claimMissing } from './claim-missing.ts';
import { conformanceClaims } from './conformance-claims.ts';
import { creationDate } from './creation-date.ts';
import { digitsUnexplained } from './digits-unexplained.ts';
import { factAbutted } from './fact-abutted.ts';
import { factIllegible } from './fact-illegible.ts';
import { factInFurnitureOnly } from './fact-in-furniture-only.ts';
import { factMisprinted } from './fact-misprinted.ts';
import { factMissing } from './fact-missing.ts';
import { factOutsideStructure } from './fact-outside-structure.ts';
import { factUnknown } from './fact-unknown.ts';
import { factUnmentioned } from './fact-unmentioned.ts';
import { factUnseen } from './fact-unseen.ts';
import { factsUnmarked } from './facts-unmarked.ts';
import { figureUnexplained } from './figure-unexplained.ts';
import { FINLAND } from './finland/index.ts';
import { fontUntrusted } from './font-untrusted.ts';
import { glyphForged } from './glyph-forged.ts';
import { glyphMissing } from './glyph-missing.ts';
import { labelContradicts } from './label-contradicts.ts';
import { labelMissing } from './label-missing.ts';
import { language } from './language.ts';
import { lineColumns } from './line-columns.ts';
import { lineMissing } from './line-missing.ts';
import { lineOrder } from './line-order.ts';
import { lineRepeated } from './line-repeated.ts';
import { lineRow } from './line-row.ts';
import { linkUnsaid } from './link-unsaid.ts';
import { NORWAY } from './norway/index.ts';
import { partUnexpected } from './part-unexpected.ts';
import { readersDisagree } from './readers-disagree.ts';
import { readingOrder } from './reading-order.ts';
import { revisions } from './revisions.ts';
import { streamDamaged } from './stream-damaged.ts';
import { structureBroken } from './structure-broken.ts';
import { SWEDEN } from './sweden/index.ts';
import { textClipped } from './text-clipped.ts';
import { textCovered } from './text-covered.ts';
import { textOptional } from './text-optional.ts';
import { textOverprinted } from './text-overprinted.ts';
import { textUnseen } from './text-unseen.ts';
import { title } from './title.ts';
import { untagged } from './untagged.ts';

/** Every rule, in the order in which findings are told: what the page says first, how the file is made last. */
export const RULES: readonly Rule[] = [
  factsUnmarked,
  claimDiffers,
  claimMissing,
  factUnmentioned,
  factMisprinted,
  factMissing,
  ...NORWAY,
  ...SWEDEN,
  ...FINLAND,
  factUnknown,
  lineMissing,
  lineRepeated,
  lineOrder,
  factAbutted,
  labelContradicts,
  labelMissing,
  figureUnexplained,
  digitsUnexplained,
  brandTextFigure,
  glyphMissing,
  untagged,
  structureBroken,
  factInFurnitureOnly,
  factOutsideStructure,
  lineRow,
  lineColumns,
  readingOrder,
  alternativeDiffers,
  barcodeDiffers,
  barcodeUnexplained,
  barcodeUnread,
  factIllegible,
  factUnseen,
  textUnseen,
  textCovered,
  textClipped,
  textOptional,
  glyphForged,
  fontUntrusted,
  textOverprinted,
  annotations,
  linkUnsaid,
  title,
  language,
  creationDate,
  conformanceClaims,
  attachmentDiffers,
  attachmentUnexplained,
  attachmentAltered,
  attachmentUndeclared,
  attachmentUnproven,
  revisions,
  streamDamaged,
  readersDisagree,
  activeContent,
  partUnexpected,
];
