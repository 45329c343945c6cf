/** Only mainland mobile numbers take short messages. */
export function takesMessages(phone: string): boolean {
  return /^1[3-9]\d{9}$/.test(phone)
}

const EMAIL =
  /^[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_%+-])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/

/** An address as ordinary mail servers take it (RFC 5321 without quoted parts); nothing that could end a header line. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && !text.includes('..') && EMAIL.test(text)
}
