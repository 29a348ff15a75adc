import Basics
import Pages

/// Consultations of the schools in sight.
public let consultationsPath = PagePath< >("/consultations")
let logConsultationPath = PagePath< >("/consultations/log")
/// One consultation.
public let consultationPath = PagePath<ConsultationID>("/consultations/*")
let correctConsultationPath = PagePath<ConsultationID>("/consultations/*/correct")
let consultationFiguresPath = PagePath<ConsultationID>("/consultations/*/figures")
let answerConsultationPath = PagePath<ConsultationID>("/consultations/*/answer")
let sendConsultationPath = PagePath<ConsultationID>("/consultations/*/send")
let endConsultationPath = PagePath<ConsultationID>("/consultations/*/end")
let disposeConsultationPath = PagePath<ConsultationID>("/consultations/*/take-out")
/// The reply to print, and the same as Word, PDF and text.
let consultationReplyPath = PagePath<ConsultationID>("/consultations/*/reply")
let consultationWordPath = PagePath<ConsultationID>("/consultations/*/reply/word")
let consultationPDFPath = PagePath<ConsultationID>("/consultations/*/reply/pdf")
let consultationTextPath = PagePath<ConsultationID>("/consultations/*/reply/text")
