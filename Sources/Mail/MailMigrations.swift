import Database

/// The tables of outgoing mail.
public let mailMigrations = [Migration(21, "mail", PackageResources._021_mail_sql)]
