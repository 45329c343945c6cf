import { documentWords } from './words.ts'

/**
 * No loaded font can print these characters: a blank box in a name would be a wrong document, so there is
 * none.
 */
export class MissingGlyph extends Error {
  readonly code = 'missing-glyph'
  readonly characters: readonly string[]

  constructor(characters: readonly string[]) {
    super(documentWords['missing-glyph'](characters))
    this.name = 'MissingGlyph'
    this.characters = characters
  }
}

/** The template itself is wrong, or its data lacks a field: our mistake, not worth a second try. */
export class TemplateFault extends Error {
  readonly code = 'template-fault'

  constructor(template: string, detail: string) {
    super(`Template ${template} does not compile: ${detail}`)
    this.name = 'TemplateFault'
  }
}

/** The typesetting process died or hung, twice. */
export class TypesetterLost extends Error {
  readonly code = 'typesetter-lost'

  constructor(reason: string) {
    super(`The typesetter gave no document: ${reason}`)
    this.name = 'TypesetterLost'
  }
}
