"""What the coordination asks to be mended in an application, and how it is answered."""
