import Basics

/// Gives some children the names that programs trip over, and sees to it that no two children of the trust have
/// the same name and birthday.
enum NamesApart {
    static func settle(_ pupils: inout [DemonstrationPupil]) {
        for (order, name) in DemonstrationHeritage.awkward.enumerated() {
            let place = 5 + order * max(7, pupils.count / 40)
            guard pupils.indices.contains(place) else { continue }
            (pupils[place].surname, pupils[place].forename, pupils[place].preferredForename) = (name.surname, name.forename, name.preferred)
        }
        var seen = Set<String>()
        for place in pupils.indices where !seen.insert(key(pupils[place])).inserted {
            rename(&pupils[place], apartFrom: &seen)
        }
    }

    private static func rename(_ pupil: inout DemonstrationPupil, apartFrom seen: inout Set<String>) {
        for forename in DemonstrationHeritage.all[pupil.household.heritage].forenames(pupil.sex) {
            pupil.forename = forename
            pupil.preferredForename = nil
            if seen.insert(key(pupil)).inserted { return }
        }
    }

    private static func key(_ pupil: DemonstrationPupil) -> String { "\(pupil.surname) \(pupil.forename) \(pupil.birthDate)".folded }
}
