/**
 * 依申请 item types of GB/T 39046, table A.1: licence, payment, confirmation, award, ruling, other power,
 * public service.
 */
export type ItemType = '01' | '05' | '07' | '08' | '09' | '10' | '20'
