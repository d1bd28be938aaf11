/**
 * Stands in for jsPDF's optional html2canvas, canvg and dompurify, which turn web pages into documents: the report is drawn, never
 * rendered from HTML, and none of them may reach the build.
 */
export default undefined;
