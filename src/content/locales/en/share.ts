import type { Words } from "../types.ts";

/** Handing over: choices, preview, the sealed file, and the words that go into the report and the bag. */
export const share = {
  "share.heading": "Hand it over",
  "share.who": "Who is it for?",
  "share.who-lead": "You choose what goes in. Nothing leaves until you hand over the file yourself.",
  "share.friend": "A friend or someone close",
  "share.friend-hint": "What comes next, and the links. No pictures unless you add them.",
  "share.helpline": "A helpline",
  "share.helpline-hint": "What comes next, and the links. No pictures unless you add them.",
  "share.lawyer": "A lawyer",
  "share.lawyer-hint": "Also reports, messages and where each file came from.",
  "share.police": "Police",
  "share.police-hint": "Also reports, messages and where each file came from.",
  "share.law-duty": "Some people must report this by law. Ask before you hand it over.",
  "share.under-18":
    "Somebody in a picture was under 18, or it is not known. No picture goes in, and links go only to police, a hotline or a lawyer.",
  "share.label": "Name for this copy",
  "share.label-hint": "So that you know it later. The reader sees it.",
  "share.label-lawyer": "my lawyer",
  "share.label-police": "the police",
  "share.label-friend": "a friend",
  "share.label-helpline": "a helpline",
  "share.cover-heading": "A first page, if you want one",
  "share.cover-lead": "Every line can stay empty. Write facts. It is kept for next time.",
  "share.what": "What goes in",
  "share.part-plan": "What comes next",
  "share.part-links": "Links, groups and fake profiles",
  "share.part-reports": "Reports and answers, with the texts that were sent",
  "share.part-messages": "Messages",
  "share.part-notes": "Notes and kept text",
  "share.part-accounts": "Accounts",
  "share.part-people": "People",
  "share.part-answers": "Your answers to questions",
  "share.part-steps": "Which steps are done or set aside",
  "share.part-custody": "Where each file came from",
  "share.part-handovers": "Also when and for whom copies were made before, with backups",
  "share.part-fingerprints": "Fingerprints of pictures, with what they were compared with",
  "share.part-not-allowed": "Cannot go to this reader.",
  "share.part-needs-links": "Goes only with the links, since its texts name them.",
  "share.part-needs-custody": "Goes only with where each file came from.",
  "share.raw-mail": "the whole mail, with what is attached",
  "share.see-items": "Choose one by one",
  "share.pictures": "Pictures and other files",
  "share.pictures-lead": "Only what you tick goes in.",
  "share.no-pictures": "No file can go to this reader.",
  "share.no-files-yet": "There are no files in your case yet.",
  "share.n-of": "{ticked} of {all}",
  "share.media-sure": "Intimate pictures can do harm in more hands. Add only what this reader needs.",
  "share.continuity": "Show that the record is whole",
  "share.continuity-hint": "This shows how long your record is, not what the rest says. Ask your lawyer.",
  "share.preview": "This is what they will see",
  "share.preview-lead": "Nothing else goes in. It does not tell what you left out.",
  "share.preview-files": { one: "{n} file", other: "{n} files" },
  "share.preview-entries": { one: "{n} entry of the timeline", other: "{n} entries of the timeline" },
  "share.preview-nothing": "Nothing is ticked yet.",
  "share.cover-sheet": "First page",
  "share.sample": "A made-up case is not sealed",
  "share.sample-text": "In your own case the next tap makes one locked file. You get six words to say by phone, and the reader needs both.",
  "share.seal": "Seal it",
  "share.sealing": "Sealing and checking. You can stop at any time.",
  "share.sealed": "Sealed for {label}",
  "share.checked": "Checked: it opens, and every part is whole.",
  "share.words": "Say these six words, do not send them",
  "share.words-hint": "Say them by phone or face to face. Without them nobody can open the file, and they are shown only here.",
  "share.left-out": "what you chose; it does not tell what you left out",
  "share.files-count": { one: "{n} file", other: "{n} files" },
  "share.files-chosen": "chosen one by one",
  "share.opens-with": "{size} · opens with Holdfast, or with age",
  "share.hand-over": "Hand it over",
  "share.save": "Save to this device",
  "share.saved": "Saved. The sealed file lies in your downloads. You can delete it there once it is handed over.",
  "share.handed": "Handed over. A copy may stay in the app you used.",
  "share.not-shared": "That did not work here. Save it to this device and attach it yourself.",
  "share.code": "Seal code",
  "share.code-qr": "The same twelve words as a QR code",
  "share.code-hint": "Give these twelve words to somebody now, and they can later tell that this file is the same. They do not open it.",
  "share.plain": "A plain PDF instead",
  "share.plain-hint": "For a desk that cannot open the sealed file. It is not locked: anyone who has it can read it.",
  "share.plain-banner": "NOT LOCKED. Anyone who has this file can read it. It cannot be checked like the sealed file.",
  "share.closed-file": "Read and close is safest for the person who opens it.",
  "share.bytes": { one: "{size} byte", other: "{size} bytes" },

  "share.cover-asks": "What you ask for",
  "share.cover-reach": "Safe ways and times to reach you",
  "share.cover-language": "Country and language",
  "share.cover-age": "Adult or under 18",
  "share.cover-danger": "The other person: who they are to you, and any danger from them",
  "share.cover-court": "Court orders and dates",
  "share.cover-suspect": "Who it may be, and why you think so",
  "share.cover-money": "Money asked for, money lost",
  "share.cover-told": "Who has been told",
  "share.cover-authority": "What the reader may do in your name",

  "share.report-title": "Record of shared intimate images",
  "share.report-subtitle": "Made for {label} on {date}.",
  "share.report-zone": "Times are in {zone}, unless another is written with them.",
  "share.report-footer":
    "A view of the record, made on the person’s own device. The sealed file is what can be checked. Times are what the device said.",
  "share.section-plan": "What comes next",
  "share.plan-open": { one: "open", other: "open, {n} times" },
  "share.plan-waiting": { one: "waiting", other: "waiting, {n} times" },
  "share.section-links": { one: "{n} link", other: "{n} links" },
  "share.section-places": "Groups and channels",
  "share.section-profiles": "Fake profiles",
  "share.section-reports": "Reports and answers",
  "share.section-messages": "Messages",
  "share.section-evidence": "Files in this record",
  "share.section-accounts": "Accounts",
  "share.section-people": "People",
  "share.col-when": "When",
  "share.col-what": "What",
  "share.col-link": "Address",
  "share.col-state": "State",
  "share.col-noted": "Noted",
  "share.stage-new": "found",
  "share.stage-captured": "proof kept",
  "share.stage-capture-skipped": "proof skipped",
  "share.stage-reported": "reported",
  "share.stage-gone-once": "seen gone once",
  "share.stage-gone": "gone",
  "share.stage-set-aside": "set aside",
  "share.place-name": "Name",
  "share.place-invite": "Invitation",
  "share.place-admins": "Run by",
  "share.place-numbers": "Numbers",
  "share.profile-handle": "Name it uses",
  "share.profile-address": "Address",
  "share.report-to": "To",
  "share.report-way": "How",
  "share.report-sent": "Sent",
  "share.report-reference": "Reference",
  "share.report-deadline": "What the law asks for",
  "share.report-answer": "Answer",
  "share.no-answer": "none yet",
  "share.message-from": "From",
  "share.message-added": "Kept on",
  "share.message-file": "File",
  "share.message-text": "Text",
  "share.evidence-file": "File",
  "share.evidence-kind": "What it is",
  "share.evidence-added": "Came in",
  "share.evidence-captured": "Taken",
  "share.evidence-digest": "SHA-256",
  "share.evidence-size": "Size",
  "share.not-stated": "not stated",

  "share.how-to-check": `HOW TO CHECK THIS RECORD

This folder came out of one sealed file. You can open and check that file with common tools and without Holdfast.

1. Open it. Say the six words to age, joined by hyphens (marble-canyon-ribbon-walnut-ember-lantern):
     age -d -o bundle.zip FILE.age
     unzip bundle.zip
2. Check that nothing was changed. Inside the folder that appears:
     sha256sum -c manifest-sha256.txt
     sha256sum -c tagmanifest-sha256.txt
3. Check the seal:
     minisign -V -p signing-key.pub -m tagmanifest-sha256.txt -x tagmanifest-sha256.txt.minisig
4. The folder is a BagIt bag (RFC 8493); any BagIt validator can check it too.

What is inside
  data/report.pdf       for reading and printing. A view, never the evidence.
  data/case.json        the same as data; its shape is described with Holdfast.
  data/timeline.jsonl   the entries that were chosen, in their order.
  data/custody.jsonl    where each file came from, and which are copies.
  data/notices/         the texts that were sent, and to whom.
  data/evidence/        the files that were chosen, exactly as they came in; or a copy of a picture without the place,
                        time and device that its file told. A line with "record":"copy" in custody.jsonl then names the
                        SHA-256 of the copy and, as "of", that of the original, which the timeline names. The coded picture
                        is the same, byte for byte. That can be checked only with the original: ask the sender for it.
  data/padding.bin      zeros, so that the size says little.

What the seal shows
  Nothing was changed since it was sealed, and the same key sealed any earlier record with the same signing key.
What the seal does not show
  Not who sealed it. Not when in the world’s time: the times are what the device said. Not that a page was real.
  If somebody was given the seal code (twelve words) at the time, that fixes the time for them: the code is made from the
  SHA-256 of tagmanifest-sha256.txt.

Handle with care. Pictures in here may be intimate. Open them only if you need to, do not copy them on, and do not keep
them longer than you need. If anyone in a picture may be under 18, do not open or copy it: call a hotline.
`,
} as const satisfies Words;
