# Texts of the frame around the board: menus, tools, status.
app-name = Netwerkopstelling
