/**
 * Stands in for pdf.js's annotations, as text inside its scope: what a form field, a stamp or a drawn note looks like is drawn as part of the page,
 * just as the file has it. Nothing can be pressed, and links, notes that pop up, sound, film and scripts are not looked at.
 */
export const appearances = `
class WidgetAnnotation {}
class PopupAnnotation {}
class Appearance {
  constructor(stream, rect) {
    this.stream = stream;
    this.rect = rect;
  }
  mustBeViewed() { return true; }
  mustBeViewedWhenEditing() { return true; }
  mustBePrinted() { return true; }
  async getOperatorList(evaluator, task) {
    const { stream, rect } = this;
    const resources = await stream.dict.getAsync("Resources");
    if (resources instanceof Dict) await ObjectLoader.load(resources, RESOURCES_KEYS_OPERATOR_LIST, resources.xref);
    const matrix = lookupMatrix(stream.dict.getArray("Matrix"), [1, 0, 0, 1, 0, 0]);
    const around = new Float32Array([Infinity, Infinity, -Infinity, -Infinity]);
    Util.axialAlignedBoundingBox(lookupRect(stream.dict.getArray("BBox"), [0, 0, 1, 1]), matrix, around);
    const [left, top, right, bottom] = around;
    const [x, y] = left === right || top === bottom ? [0, 0] : [(rect[2] - rect[0]) / (right - left), (rect[3] - rect[1]) / (bottom - top)];
    const transform = x === 0 ? [1, 0, 0, 1, rect[0], rect[1]] : [x, 0, 0, y, rect[0] - left * x, rect[1] - top * y];
    const opList = new OperatorList();
    opList.addOp(OPS.beginAnnotation, ["", rect, transform, matrix, false]);
    await evaluator.getOperatorList({ stream, task, resources: resources instanceof Dict ? resources : new Dict(), operatorList: opList });
    opList.addOp(OPS.endAnnotation, []);
    stream.reset();
    return { opList, separateForm: false, separateCanvas: false };
  }
}
class AnnotationFactory {
  static async createGlobals(pdfManager) { return { pdfManager }; }
  static async create(xref, ref, { pdfManager }, _ids, collectFields) {
    return collectFields ? null : pdfManager.ensure(AnnotationFactory, "drawn", [xref, ref]);
  }
  static drawn(xref, ref) {
    const dict = xref.fetchIfRef(ref);
    if (!(dict instanceof Dict)) return null;
    const kind = dict.get("Subtype")?.name;
    const flags = dict.get("F");
    const isHidden = Number.isInteger(flags) && (flags & (AnnotationFlag.HIDDEN | AnnotationFlag.NOVIEW)) !== 0;
    if (isHidden || kind === "Link" || kind === "Popup") return null;
    const states = dict.get("AP");
    const normal = states instanceof Dict ? states.get("N") : null;
    const state = dict.get("AS");
    const stream = normal instanceof Dict && state instanceof Name ? normal.get(state.name) : normal;
    const rect = lookupNormalRect(dict.getArray("Rect"), null);
    if (rect !== null && stream instanceof BaseStream && stream.dict instanceof Dict) return new Appearance(stream, rect);
    const parent = dict.get("Parent");
    const value = dict.get("V") ?? (parent instanceof Dict ? parent.get("V") : null);
    if (kind !== "Widget" || (typeof value === "string" && value !== "")) globalThis.lacking?.("field");
    return null;
  }
}
`;
