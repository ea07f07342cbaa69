/** Puts generated Markdown between `<!-- BEGIN name -->` and `<!-- END name -->`; every section must have its place. */
export function fillSections(page, sections) {
  return Object.entries(sections).reduce((text, [name, markdown]) => {
    const pattern = new RegExp(`(<!-- BEGIN ${name} -->\n)[^]*?(<!-- END ${name} -->)`);
    if (!pattern.test(text)) throw new Error(`No place for section "${name}"`);
    return text.replace(pattern, (_found, begin, end) => `${begin}\n${markdown.trim()}\n\n${end}`);
  }, page);
}

/** A Markdown table; bars inside cells are escaped. */
export function toTable(heads, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text as code, also where it has backticks or is empty. */
export function toCode(text) {
  return text === '' ? '' : text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
