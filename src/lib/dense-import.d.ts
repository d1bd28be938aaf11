/** The bytes of a file as `undense` in dense.ts reads them. */
declare module "*?dense" {
  const text: string;
  export default text;
}
