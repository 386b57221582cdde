"""The commands, by who types them; each turns words typed into calls made."""
