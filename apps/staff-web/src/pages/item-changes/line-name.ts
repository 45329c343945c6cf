/** What people know a line by. */
export function lineName(line: unknown): string {
  const { label, name, question, law, article, wrong } = (line ?? {}) as Readonly<
    Record<string, string | undefined>
  >
  return label ?? (law === undefined ? name : `${law}${article ?? ''}`) ?? question ?? wrong ?? ''
}
