/**
 * Stands in for typebox in the browser's bundle (`vite.config.ts`). Contracts build their schemas while they load, but it is the
 * server that checks with them; of a route the browser needs only its method and its path, and of a schema, where one is built
 * from parts of another, its properties. 121 kB of source stay away.
 */
export const Type = new Proxy(
  { Object: (properties: unknown) => ({ properties }), Omit: partOf, Pick: partOf },
  { get },
)

function get(own: Record<string, unknown>, name: string): unknown {
  return own[name] ?? unchecked
}

function unchecked(): Record<string, unknown> {
  return {}
}

/** Which of its properties are left is never asked here. */
function partOf({ properties = {} }: { properties?: unknown }): unknown {
  return { properties }
}
