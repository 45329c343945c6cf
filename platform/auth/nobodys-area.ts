/**
 * People belong to no area: their accounts and sessions, and what is on record about signing in, stand under
 * this code.
 */
export const NOBODYS_AREA = '000000'
