/** A moment by the clock on the wall of the county. */
export function shanghai(local: string): string {
  return new Date(`${local}+08:00`).toISOString()
}
