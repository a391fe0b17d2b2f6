"""The briefing on one State: content from the answers, and its forms as HTML, PDF, DOCX and Markdown."""
