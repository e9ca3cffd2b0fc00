"""Commands of `libyamap` that have subcommands of their own."""
