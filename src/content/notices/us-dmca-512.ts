import { contact, element, goodFaithWords, letter, links, paragraph, signature, writtenOn } from "../notice-parts.ts";
import type { Notice } from "../types.ts";

export default {
  id: "us-dmca-512",
  title: "Copyright notice (DMCA)",
  route: "us-dmca-512",
  law: "DMCA, 17 U.S.C. 512(c)(3)(A)",
  jurisdiction: "US; followed by many hosts elsewhere",
  deadline: "'expeditiously' (no hours)",
  clock: null,
  clockStarts: null,
  asks: null,
  inForce: null,
  elements: [
    "physical or electronic signature of a person authorised to act for the owner",
    "identification of the copyrighted work",
    "identification of the infringing material and information reasonably sufficient to locate it",
    "contact information: address, telephone number and, if available, e-mail",
    "good-faith belief that the use is not authorised by the owner, its agent or the law",
    "statement that the information is accurate and, under penalty of perjury, that you are authorised to act for the owner",
  ],
  covers: null,
  doesNotCover: null,
  escalation: null,
  pitfalls: [
    "your name and contact details normally reach the uploader and may be published (Lumen, GitHub)",
    "counter-notice restores the content unless you sue",
    "never for images of a minor; never for images somebody else took; false statement is perjury",
  ],
  notes: ["Requires: that YOU own the copyright: normally only if you took the picture/video yourself"],
  template: letter({
    subject: "Notice under 17 U.S.C. 512(c)(3)",
    gates: ["took-picture", "adult-then", "as-depicted"],
    elements: [
      element("signature", "your signature", ["signature"]),
      element("work", "which work is yours", [{ anyOf: ["i took the", "i made the", "copyrighted work", "i own the copyright"] }]),
      element("links", "the material and where it is", ["links"]),
      element("contact", "how to reach you: an e-mail address", ["contact"]),
      element(
        "address-phone",
        "postal address and phone number: this letter leaves them out. Some sites insist; a lawyer or agent can give theirs",
        [{ anyOf: ["postal address:", "phone:", "telephone:"] }],
        false,
      ),
      element("good-faith", "good-faith belief that the use is not authorised", [
        goodFaithWords,
        { anyOf: ["not authorised", "not authorized"] },
      ]),
      element("perjury", "that it is accurate and, under penalty of perjury, that you own the copyright or act for the owner", [
        { anyOf: ["accurate"] },
        { anyOf: ["penalty of perjury"] },
      ]),
    ],
    paragraphs: [
      paragraph([], "This is a notice under 17 U.S.C. 512(c)(3)(A)."),
      paragraph(
        ["took-picture"],
        "I took the {media} myself and own the copyright in {it}. The copyrighted work is the {media} at the addresses below.",
        "work",
      ),
      { ...links, text: "The material that I ask you to remove:\n{links}" },
      paragraph(
        ["says-good-faith"],
        "I have a good-faith belief that this use is not authorised by the owner, its agent or the law.",
        "good-faith",
      ),
      paragraph(
        ["says-accurate", "says-perjury"],
        "The information in this notice is accurate, and under penalty of perjury, I am the owner of the copyright.",
        "perjury",
      ),
      contact,
      signature,
      writtenOn,
    ],
    discloses: [
      { what: "signature", toWhom: "{platform}, normally the person who posted it, and often a public database" },
      { what: "contact", toWhom: "{platform}, and normally the person who posted it" },
      { what: "links", toWhom: "{platform}, and often a public database" },
    ],
  }),
  source: {
    text: "http://www.str82unetworks.com/copyright-claims.html (statute text); http://www.shdbbs.com/book/1958163/ (Circular 92); exposure: https://ncsei-support.org/articles/how-to-submit-a-ncsei-removal-request-on-google-search and site policies found",
    date: null,
    confidence: "thirdParty",
  },
} satisfies Notice;
