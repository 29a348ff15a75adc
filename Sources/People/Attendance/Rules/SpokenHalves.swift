import Basics

/// Of which half-days of which pupils a file has spoken already: two bits for each day, so that a year of a large trust
/// stays small.
struct SpokenHalves {
    private struct Place: Hashable { let pupil: PupilID, school: SchoolID }

    let first: Day
    private var words: [Place: [UInt64]] = [:]

    init(since first: Day) { self.first = first }

    /// - Returns: whether it is the first time.
    mutating func insert(_ mark: AttendanceMark) -> Bool {
        let bit = (mark.day - first) * 2 + (mark.half == .morning ? 0 : 1), place = Place(pupil: mark.pupil, school: mark.school)
        guard bit >= 0 else { return true }
        var bits = words[place] ?? []
        while bits.count <= bit / 64 { bits.append(0) }
        let flag = UInt64(1) << UInt64(bit % 64), isNew = bits[bit / 64] & flag == 0
        bits[bit / 64] |= flag
        words[place] = bits
        return isNew
    }
}
