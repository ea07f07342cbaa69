/** One file of a template as text. */
export interface TemplateFile {
  /** As it is called in messages. */
  readonly name: string;
  readonly source: string;
}
