"""Letters from templates that are data: to HTML, to PDF when opened or sent, and to e-mail. A copy stays on the record."""
