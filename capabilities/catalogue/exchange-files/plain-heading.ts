/** Stars of required columns, numbers, brackets with units and every kind of space say nothing about which column it is. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .replaceAll(/\([^()]*\)/g, '')
    .replaceAll(/[\s*:：、"“”]/g, '')
    .replace(/^\d+\.?/, '')
    .toLowerCase()
}
