/** As it stands on an identity card, the check sign in capitals. */
export const ID_NUMBER = /^\d{17}[\dX]$/
