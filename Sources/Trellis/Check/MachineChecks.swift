import AreaKit
import Basics
import Foundation

extension SetupCheck {
    /// Nobody but the user that runs Trellis reads its files.
    static let folderIsPrivate = SetupCheck { place in
        let inside = FileManager.default.enumerator(atPath: place.folder)?.compactMap { $0 as? String } ?? []
        let isOpen = mode(place.folder).map { $0 & 0o077 != 0 } ?? false
        // A closed folder closes what is in it, whatever the files themselves allow.
        let open = isOpen ? inside.count(where: { (mode(place.folder + "/" + $0) ?? 0) & 0o077 != 0 }) : 0
        guard isOpen else { return [.fine("Only its owner can open the data folder.")] }
        return [.wrong("Other users of this machine can open the data folder (\(open) files in it are readable too).", mend: "chmod -R go-rwx \(place.folder)")]
    }

    /// The key lies outside the data folder, for its owner alone.
    static let keyIsApart = SetupCheck { place in
        let key = place.key
        guard let mode = mode(key) else { return [.weak("There is no key file at \(key) yet.", mend: "Start Trellis once with --key \(key); it makes the file.")] }
        if standard(key).hasPrefix(standard(place.folder) + "/") {
            return [.wrong("The key lies in the data folder: whoever copies the folder can open everything.", mend: "Move it elsewhere and name its new place with --key.")]
        }
        if mode & 0o077 != 0 { return [.wrong("Other users of this machine can read the key.", mend: "chmod 600 \(key)")] }
        return [.fine("The key lies apart, for its owner alone.")]
    }

    static let notRoot = SetupCheck { _ in
        geteuid() == 0 ? [.weak("This runs as root: a fault in Trellis could touch the whole machine.", mend: "Run Trellis as a user of its own (docs/deploy.md).")] : [.fine("Trellis does not run as root.")]
    }

    /// Room for a year or so: a gigabyte, and a twentieth of the disk.
    static let diskHasRoom = SetupCheck { place in
        let facts = try FileManager.default.attributesOfFileSystem(forPath: place.folder)
        guard let free = (facts[.systemFreeSize] as? NSNumber)?.intValue, let whole = (facts[.systemSize] as? NSNumber)?.intValue, whole > 0 else { return [] }
        let words = "\(free >> 20) MB are free on the disk of the data folder"
        return free < 1 << 30 || free < whole / 20 ? [.weak("Only \(words).", mend: "Make room. When the disk is full, nothing can be saved.")] : [.fine(words + ".")]
    }

    static let backupIsFresh = SetupCheck { place in
        guard let age = Stamp.backup.age(in: place.folder, at: place.now) else {
            return [.weak("No backup was ever made from here.", mend: "trellis backup FILE --data \(place.folder), every night (docs/deploy.md)")]
        }
        return age <= 1 ? [.fine("The last backup is \(days(age)) old.")]
            : [.weak("The last backup is \(days(age)) old.", mend: "See why the nightly backup did not run.")]
    }

    /// Each term, as the DfE's cyber security standard asks.
    static let drillIsFresh = SetupCheck { place in
        let mending = "trellis restore BACKUP --data /tmp/drill --drill-for \(place.folder), and look at it with serve"
        guard let age = Stamp.drill.age(in: place.folder, at: place.now) else { return [.weak("No backup was ever restored to try it.", mend: mending)] }
        return age <= 120 ? [.fine("A backup was restored to try it \(days(age)) ago.")] : [.weak("No backup was restored to try it for \(days(age)).", mend: mending)]
    }

    private static func days(_ number: Int) -> String { number == 1 ? "1 day" : "\(number) days" }

    private static func mode(_ path: String) -> Int? {
        ((try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? NSNumber)?.intValue
    }

    private static func standard(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }
}
