Attribute VB_Name = "Trial"
Option Explicit

' One click. The circumstances are words apart by ","; gives command, sentence and what was restored.
Public Function Click(ByVal button As String, ByVal circumstances As String, ByVal settings As String, ByVal files As String) As String
    Dim pressed As Control, word As Variant
    For Each word In Split(circumstances, ",")
        Select Case word
            Case "busy": Host.Busy = True
            Case "protected": Host.Protected = "Mail.xlsx"
            Case "no_book": Host.NoBook = True
            Case "addin": Host.FromAddin = True
            Case "python_fails": xlwings.Code = -1
            Case "vba_breaks": xlwings.Breaks = True
        End Select
    Next word
    xlwings.Settings = settings
    xlwings.Files = files
    Set pressed = New Control
    pressed.ID = button
    Dialogue.OnClick pressed
    Click = xlwings.Ran & Chr(10) & Host.Restored & Chr(10) & Host.Told
End Function

Public Function IsVisible(ByVal fromAddin As Boolean, ByVal loaded As Boolean) As String
    Dim visible As Variant, shown As Control
    Host.FromAddin = fromAddin
    Host.Loaded = loaded
    Set shown = New Control
    Dialogue.GetVisible shown, visible
    IsVisible = CStr(visible)
End Function

Public Function Refreshed(ByVal loaded As Boolean) As String
    Dim shown As Ribbon
    Set shown = New Ribbon
    If loaded Then Dialogue.OnLoad shown
    Dialogue.Refresh
    Refreshed = CStr(shown.Times)
End Function
