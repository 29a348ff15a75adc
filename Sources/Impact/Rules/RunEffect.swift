import Basics
import Measures

extension PupilRun.Effect {
    /// Whether a run did something for a pupil, by all that is known: outcomes first, then the change of score.
    ///
    /// An outcome met or partly met, or a score that got better (reliably so, where the standard error of measurement is
    /// known; more than the calendar for ages), is some effect. None of it, where something was looked at, is none.
    public init(outcomes: OutcomeTally, change: PupilChange?, scale: Scale?, instrument: Instrument?, measurementError: Double? = nil) {
        let better = change.flatMap { Self.better($0, scale, instrument, measurementError) }
        if outcomes.met + outcomes.partly > 0 || better == true { self = .some }
        else { self = outcomes.notMet > 0 || better == false ? .none : .unknown }
    }

    private static func better(_ change: PupilChange, _ scale: Scale?, _ instrument: Instrument?, _ error: Double?) -> Bool? {
        guard let scale, let instrument else { return nil }
        switch Comparison(scale, of: instrument) {
        case .oneMoment: return nil
        case .ages:
            guard let gained = change.difference, let months = change.months else { return nil }
            return Double(gained) > months
        case .points, .order: return (change.reliable(on: scale, measurementError: error) ?? change.way(on: scale)).map { $0 == .better }
        }
    }
}
