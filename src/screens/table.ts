import { AccountScreen } from "./account.tsx";
import { Accounts } from "./accounts.tsx";
import { AddLinks } from "./add-links.tsx";
import { AddMessage } from "./add-message.tsx";
import { AddPlace } from "./add-place.tsx";
import { Answers } from "./answers.tsx";
import { Capture } from "./capture.tsx";
import { CaseOverview } from "./case.tsx";
import { CheckLink } from "./check-link.tsx";
import { CloseCase } from "./close-case.tsx";
import { EvidenceList } from "./evidence.tsx";
import { FingerprintScreen } from "./fingerprint.tsx";
import { CoverScreen } from "./cover.tsx";
import { CoverWords } from "./cover-words.tsx";
import { Custody } from "./custody.tsx";
import { FollowReport } from "./follow-report.tsx";
import { HashServiceScreen } from "./hash-service.tsx";
import { Help } from "./help.tsx";
import { Inbox } from "./inbox.tsx";
import { LinkScreen } from "./link.tsx";
import { Links } from "./links.tsx";
import { MessageScreen } from "./message.tsx";
import { Messages } from "./messages.tsx";
import type { ScreenName } from "./names.ts";
import { Now } from "./now.tsx";
import { Open } from "./open.tsx";
import { Picture } from "./picture.tsx";
import { Pictures } from "./pictures.tsx";
import { PlaceScreen } from "./place.tsx";
import { Places } from "./places.tsx";
import { ProfileScreen } from "./profile.tsx";
import { Profiles } from "./profiles.tsx";
import { People } from "./people.tsx";
import { PersonScreen } from "./person.tsx";
import { QuestionScreen } from "./question.tsx";
import type { ScreenEntry } from "./screen.ts";
import { SamePicture } from "./same-picture.tsx";
import { Search } from "./search.tsx";
import { Beside } from "./settings-beside.tsx";
import { Restore } from "./restore.tsx";
import { Backup } from "./settings-backup.tsx";
import { Erase, EraseAll, EraseCase, EraseItem, EraseVault } from "./settings-erase.tsx";
import { ChangePassphrase } from "./settings-passphrase.tsx";
import { RecoveryWords } from "./settings-recovery.tsx";
import { Settings } from "./settings.tsx";
import { ChangeEverything } from "./settings-renew.tsx";
import { AddPasskey } from "./settings-passkey.tsx";
import { Way, Ways } from "./settings-ways.tsx";
import { Report } from "./report.tsx";
import { Reports } from "./reports.tsx";
import { Share } from "./share.tsx";
import { SkipStep } from "./skip-step.tsx";
import { StepScreen } from "./step.tsx";
import { Steps } from "./steps.tsx";
import { Timeline } from "./timeline.tsx";

/** Every screen behind the first ones, by name. One chunk, fetched when one of them is wanted. */
export const table: Readonly<Partial<Record<ScreenName, ScreenEntry>>> = {
  help: { draw: Help },
  open: { draw: Open },
  restore: { draw: Restore },

  now: { draw: Now },
  step: { draw: StepScreen },
  "skip-step": { draw: SkipStep },
  steps: { draw: Steps },
  question: { draw: QuestionScreen },

  case: { draw: CaseOverview },
  answers: { draw: Answers },
  settings: { draw: Settings },
  ways: { draw: Ways },
  way: { draw: Way },
  "change-everything": { draw: ChangeEverything },
  "add-passkey": { draw: AddPasskey },
  "change-passphrase": { draw: ChangePassphrase },
  "recovery-words": { draw: RecoveryWords },
  beside: { draw: Beside },
  backup: { draw: Backup },
  erase: { draw: Erase },
  "erase-item": { draw: EraseItem },
  "erase-case": { draw: EraseCase },
  "erase-vault": { draw: EraseVault },
  "erase-all": { draw: EraseAll },

  links: { draw: Links },
  "add-links": { draw: AddLinks },
  link: { draw: LinkScreen, beside: "links" },
  pictures: { draw: Pictures },
  picture: { draw: Picture },
  evidence: { draw: EvidenceList },
  fingerprint: { draw: FingerprintScreen },
  "same-picture": { draw: SamePicture },
  capture: { draw: Capture },
  cover: { draw: CoverScreen },
  custody: { draw: Custody },
  inbox: { draw: Inbox },
  "check-link": { draw: CheckLink },
  search: { draw: Search },
  places: { draw: Places },
  place: { draw: PlaceScreen },
  "add-place": { draw: AddPlace },
  profiles: { draw: Profiles },
  profile: { draw: ProfileScreen },

  reports: { draw: Reports },
  report: { draw: Report },
  "follow-report": { draw: FollowReport, beside: "reports" },

  messages: { draw: Messages },
  message: { draw: MessageScreen, beside: "messages" },
  "cover-words": { draw: CoverWords },
  "add-message": { draw: AddMessage },

  accounts: { draw: Accounts },
  account: { draw: AccountScreen, beside: "accounts" },
  "hash-service": { draw: HashServiceScreen },
  people: { draw: People },
  person: { draw: PersonScreen, beside: "people" },
  "close-case": { draw: CloseCase },

  timeline: { draw: Timeline },
  share: { draw: Share },
};
