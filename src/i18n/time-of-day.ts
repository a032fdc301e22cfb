/** The time of day, as short as the language has it: "10:34 AM", "10:34". */
export function timeOfDay(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(at);
}
