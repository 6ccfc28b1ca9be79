BACKENDS = {
    "direct": "backends.direct.DirectBackend",
    "audit": "backends.audit.AuditBackend",
}
