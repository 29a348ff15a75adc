import Database

/// The tables of this part of the room.
let secretsMigrations = [
    Migration(122, "secrets", PackageResources._122_secrets_sql),
    Migration(125, "openid", PackageResources._125_openid_sql),
    Migration(127, "role_by_rule", PackageResources._127_role_by_rule_sql),
    Migration(128, "link_request", PackageResources._128_link_request_sql),
]
