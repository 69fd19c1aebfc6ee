"""What is exchanged about an application: attachments, messages, requests for changes and their answers."""
