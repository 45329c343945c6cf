/** What somebody typed as a whole sentence of a paper, with one full stop however it ended. */
export const sentence = (text: string): string => `${text.trim().replace(/[。．.；;]+$/u, '')}。`
