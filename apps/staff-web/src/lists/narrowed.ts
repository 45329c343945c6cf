/** What is looked for with one part of it changed; nothing takes that part away. */
export function narrowed<Search extends object, Name extends keyof Search>(
  search: Search,
  name: Name,
  value: Search[Name] | undefined,
): Search {
  const { [name]: _before, ...rest } = search
  return (value === undefined ? rest : { ...rest, [name]: value }) as Search
}
