/** The id of the bank that ships with the program. */
export const shippedBankId = 'llmquiz';
